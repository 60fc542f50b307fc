"""The notation of the demonstration's texts, as HTML."""

from accessreader.demo import markup


def made(text):
    return markup.body(text, "ru-RU", 1).replace("\n", "")


def test_a_list_may_hold_lists_of_the_other_kind_and_lines_that_go_on():
    assert made("1. one\n   - inner\n     goes on\n   - again\n2. two") == (
        "<ol><li>one<ul><li>inner goes on</li><li>again</li></ul></li><li>two</li></ol>"
    )


def test_a_table_has_its_first_row_for_a_header():
    assert made("| a | b |\n| 1~000 | <2> |").endswith(
        '<tr><th scope="col">a</th><th scope="col">b</th></tr></thead>'
        "<tbody><tr><td>1&nbsp;000</td><td>&lt;2&gt;</td></tr></tbody></table></div>"
    )


def test_words_in_a_line_may_be_strong_stressed_linked_foreign_and_broken():
    assert made("**a** *b* [c & d](news/9101)\\\n{ar|س} {kk|қ}") == (
        '<p><strong>a</strong> <em>b</em> <a href="/ru-RU/news/details/9101">c &amp; d</a><br />'
        '<span lang="ar" dir="rtl">س</span> <span lang="kk">қ</span></p>'
    )


def test_headings_quotations_and_dividers_are_themselves():
    assert made("### h\n\n> q\n\n---") == "<h3>h</h3><blockquote><p>q</p></blockquote><hr />"


def test_three_hands_paste_a_paragraph_in_three_ways():
    pasted = {markup.body("a <b>", "ru-RU", hand) for hand in range(6)}
    assert len(pasted) == 3
    assert all("a &lt;b&gt;" in each for each in pasted)
