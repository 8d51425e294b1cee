"""The shapes a date may have in running text, as regular expressions built from the word tables."""

from __future__ import annotations

import re
from functools import cache

from reltui.extract.dates.words import alternation, load_words

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_TH = r"(?:st|nd|rd|th|-?го|-?ого)?"
_YEAR = r"(?:1[5-9]|20)\d\d(?!\d|[.,]\d)"
_OF_YEAR = r"(?:\.|\s?(?:года|году|год|г\.|godine|године))?"
_TO = r"(?:\s?[-–—‑]\s?|\s(?:to|through|till|until|do|до|по)\s)"
_THRU = r"(?:\s?[-–—‑]\s?|\s(?:to|through|till|until|and|do|до|по|i|и)\s)"
#: What may follow a number that only looks like a year ("1244 resolutions", "2000 people").
_COUNTED = (
    r"(?!\s(?:people|persons|men|women|troops|soldiers|km|kilomet|met|tons?|dollars|euros|million|billion|%))"
)


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the shapes by name, the more specific first."""
    words = load_words()
    month = f"(?:{alternation(words.months)})\\b\\.?"
    weekday = rf"(?:\b(?P<wd>{alternation(words.weekdays)}),?\s(?:the\s)?)?"
    year = rf"(?P<y>{_YEAR}){_OF_YEAR}"
    forms = {
        "iso": rf"(?<!\d)(?P<y>(?:1[5-9]|20)\d\d)-(?P<mn>0[1-9]|1[0-2])-(?P<d>{_DAY})(?!\d)",
        "dots": rf"(?<![\d.])(?P<d>{_DAY})\.\s?(?P<mn>0?[1-9]|1[0-2])\.\s?(?P<y>(?:1[5-9]|20)\d\d)(?!\d)\.?",
        # January 31 to February 2, 2021; from 31 January 2021 to 2 February 2021
        "across_month_first": rf"\b(?P<m>{month})\s(?P<d>{_DAY}){_TH}(?:,?\s(?P<y0>{_YEAR}))?{_TO}"
        rf"(?P<m2>{month})\s(?P<d2>{_DAY}){_TH}(?!\d)(?:,?\s{year})?",
        "across_day_first": rf"(?<![\d.,:])(?P<d>{_DAY}){_TH}\.?\s(?P<m>{month})(?:,?\s(?P<y0>{_YEAR}){_OF_YEAR})?{_TO}"
        rf"(?P<d2>{_DAY}){_TH}\.?\s(?P<m2>{month})(?:,?\s{year})?",
        # Monday, August 22nd, 2022; October 30-31; May 6
        "month_first": rf"{weekday}\b(?P<m>{month})\s(?P<d>{_DAY}){_TH}(?![\d:]|[.,]\d)"
        rf"(?:{_THRU}(?P<d2>{_DAY}){_TH}(?![\d:]|[.,]\d|\s{month}|\s?(?:people|percent|%)))?"
        rf"(?:,?\s(?:of\s)?{year})?",
        # 6 May; 24-25 November 2021; 17. februara 2025.; 17 февраля 2025 года
        "day_first": rf"{weekday}(?<![\d.,:])(?P<d>{_DAY}){_TH}\.?(?:{_THRU}(?P<d2>{_DAY}){_TH}\.?)?"
        rf"\s(?:of\s|day\sof\s)?(?P<m>{month})(?:,?\s(?:of\s)?{year})?",
        # the year first, as in lists of events: "2016, 30 August", "2014, September", "2024 May 6"
        "year_first": rf"(?:^|(?<=\n))(?P<y>{_YEAR}),?\s(?:(?P<d>{_DAY}){_TH}\s)?(?P<m>{month})"
        rf"(?:\s(?P<d3>{_DAY}){_TH})?(?=\s?[:,–—-]|$)",
        "part_year": rf"\b(?P<part>first|second|third|fourth|last|final)\s(?P<of>quarter|half)\s(?:of\s)?(?:the\s"
        rf"year\s)?(?P<y>{_YEAR})",
        # "October: …", an entry of a list
        "month_line": rf"^(?P<m>{month})(?=\s?[:–—-]\s)",
        "month_year": rf"\b(?P<m>{month}),?\s(?:of\s)?{year}",
        "month_rel": rf"\b(?P<m>{month})\s(?:of\s)?(?P<rel>(?:this|last|next)\syear|ove godine|ове године|"
        rf"prošle godine|прошле године|этого года|текущего года|прошлого года)",
        "month_only": rf"\b(?P<pre>in|since|until|till|by|during|early|late|mid|last|this|next|u|у|в|с|до)"
        rf"[\s-](?P<m>{month})(?=[\s.,;:)]|$)(?!\s\d)",
        "month_owner": rf"\b(?P<m>{month})(?=[’']s\s)",
        "years": rf"(?<![\d.,/])(?P<y>{_YEAR})\s?[-–—]\s?(?P<y2>{_YEAR})(?![\d-])",
        "cyr_year": rf"(?<![\d.,])(?P<y>{_YEAR})(?:\.\s(?:godin[eau]|годин[еау])|\s(?:года|году|год|г\.))",
        "year": r"\b(?P<pre>in|since|until|till|by|during|early|late|mid|from|after|before|spring|summer|autumn|fall|"
        rf"winter|year|u|od|у|од|в|с|к|до|от)[\s-](?:the\s)?(?P<y>{_YEAR})(?!-\d|\s?[-–—]\s?\d){_COUNTED}",
        "and_year": rf"(?<=\d\d\d\d\sand\s)(?P<y>{_YEAR})(?!-)",
        "heading_year": rf"(?<=,\s)(?P<y>{_YEAR})\.?$",
        "bracket_year": rf"(?<=\()(?P<y>{_YEAR})(?=\))",
        "relative": rf"\b(?P<rel>{alternation(words.relative)})\b",
        "weekday": rf"\b(?P<pre>on|last|next|this|u|у|в|во)\s(?P<wd>{alternation(words.weekdays)})\b",
    }
    return tuple((name, re.compile(form, re.IGNORECASE | re.MULTILINE)) for name, form in forms.items())
