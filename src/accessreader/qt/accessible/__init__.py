"""The article as assistive technology sees it: a document of headings, paragraphs, lists, quotations, pictures, tables.

::

    ArticleNode        Document: what stands in it is made when it is asked for
      TextNode           Heading (with its level), Paragraph: text, attributes, relations
        LinkNode           Link: its text is its name, pressing it follows it
      QuotationNode      BlockQuote, and in it the paragraph of its text
      ListNode           List
        ItemNode           ListItem, "1." its name; in it the paragraph of its text, and the lists below it
      FigureNode         Graphic: its alternative is its name, its caption its description
      TableNode          Table
        CellNode           Cell, ColumnHeader, RowHeader: its place, its headers; pictures in it are Graphics
      DividerNode        Separator

Text stands only in the leaves, each `Span` of the article once, so that reading them one after another is reading the
article; `FlowsTo` leads from each to the next. The caret is always in a leaf, and the focus with it.
"""

from accessreader.qt.accessible.telling import install, tell_article, tell_caret, tell_focus

__all__ = ["install", "tell_article", "tell_caret", "tell_focus"]
