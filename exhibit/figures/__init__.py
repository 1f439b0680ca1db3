"""Reads the figures of Chinese newspaper texts, in Simplified and in Traditional characters.

`reader.read_figures(text)` gives all figures of a text, `reader.read_marked(text, start, end)` those of a place that
someone marked.
Both look at the words around a number: what negates, bounds or turns it belongs to it. The grammar, written for
Simplified characters and plain signs (`fold` makes them so without moving a character):

    figure     = bound* stretch bound*               不超过3%, 5亿元以上, 近5万名
    stretch    = term | range | ratio | compound | pair
    range      = term ("-" "—" "~" "至" "到") term    3—5万元, 30分钟至1小时, -8～-3℃
    ratio      = term (":" "∶" "比") term             1:3, 3比1, 1∶50000
    compound   = term term+ | term ("×" term)+       2小时30分, 1米75, 30米×50米
    pair       = digit "、" digit unit                三、四个
    term       = order? sign? currency? number more? unit half?
               | "百分之" number | number "分之" number | 一半, 半数, 过半, ½, 七三开, 翻番, 成千上万 and the like
    order      = "第" | "倒数第" | "前"                a rank, where what follows makes it one
    sign       = "-" "负" "零下" "±" "+"
    number     = digits, numerals or both             1,206  308 000  三千五百  壹佰  1亿8000万  三四十  几百
    more       = "多" "余" "来"                        三千多万, 3个多小时, 二十来个
    unit       = 万, 亿 and a unit of `units`          亿元, 千瓦时, 微克/立方米, 万人次
    half       = "半" | digit after 成                 一年半, 四成五

Modules: `kinds` and `reading` (what a figure says), `folding` (scripts and width), `numerals` (what a numeral is
worth), `units`, `phrases` (what is no figure: dates, names, set phrases), `terms`, `attached` and `forms` (a number
and what stands at it), `joined` (ranges and other figures of several numbers), `hedges` (bounds, hedges, negations),
`directions` (rises and falls), `clauses`, `accepted` (which numbers are figures), `reader`. This module imports none
of them: the running exhibit needs `kinds` alone, and the patterns of the others take long to compile.
A text is gone through once with each of a few compiled patterns, and around a number at most forty characters are
looked at: the time grows with the length of the text. docs/figures.md says what each kind means.
"""
