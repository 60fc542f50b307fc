"""A small news site of our own on this machine: what the first start opens.

    resources/demo/*.txt --items--> Item --markup, pages--> HTML --site--> HTTP on 127.0.0.1

Why a real server, and not a page handed straight to the view: the first thing a reader sees should
have walked the whole road (address, request, cleaning, view), on a machine with no network as well.
For the same reason the pages are as wordy round the article as a government site's are.

The house, its people and its events are invented.
"""

from accessreader.demo.site import DemoSite

__all__ = ["DemoSite"]
