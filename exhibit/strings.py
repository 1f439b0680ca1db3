"""Fixed labels of the interface, each in every interface language."""
# ruff: noqa: E501  # a row a label, however long it is

from typing import Final

from exhibit.model.state import Language

_LANGUAGES: Final[tuple[Language, ...]] = ("hans", "hant", "en")

_LABELS: Final[dict[str, tuple[str, str, str]]] = {
    # key: Simplified, Traditional, English
    "simplified": ("简体", "簡體", "Simplified"),
    "traditional": ("繁体", "繁體", "Traditional"),
    # the window and its commands
    "script": ("字体：简或繁", "字體：簡或繁", "Script: Simplified or Traditional"),
    "back": ("后退", "後退", "Back"),
    "forward": ("前进", "前進", "Forward"),
    "home": ("回到开头", "回到開頭", "Home"),
    "switch-script": ("切换简繁", "切換簡繁", "Switch script"),
    "larger": ("放大文字", "放大文字", "Larger text"),
    "smaller": ("缩小文字", "縮小文字", "Smaller text"),
    "usual-size": ("恢复文字大小", "恢復文字大小", "Usual text size"),
    "appearance": ("换外观：浅色、深色、高对比", "換外觀：淺色、深色、高對比", "Appearance: light, dark, high contrast"),
    "language": ("界面语言：中文或英文", "介面語言：中文或英文", "Interface language: Chinese or English"),
    "text-size": ("文字大小", "文字大小", "Text size"),
    "previous-region": ("上一个地方", "上一個地方", "Previous place"),
    "next-region": ("下一个地方", "下一個地方", "Next place"),
    "previous-metric": ("上一个数字", "上一個數字", "Previous figure"),
    "next-metric": ("下一个数字", "下一個數字", "Next figure"),
    "to-map": ("到地图", "到地圖", "Go to the map"),
    "to-list": ("到地方列表", "到地方列表", "Go to the list of places"),
    "to-reader": ("到正文", "到正文", "Go to the text"),
    "to-metrics": ("到数字", "到數字", "Go to the figures"),
    "copy": ("复制（附出处）", "複製（附出處）", "Copy with its source"),
    "select-all": ("全选正文", "全選正文", "Select the whole text"),
    "full-screen": ("全屏", "全螢幕", "Full screen"),
    "help": ("按键说明", "按鍵說明", "Keys"),
    "quit": ("退出", "退出", "Quit"),
    "more": ("更多", "更多", "More"),
    "close": ("关闭", "關閉", "Close"),
    "page-map": ("地图", "地圖", "Map"),
    "page-regions": ("列表", "列表", "List"),
    "page-metrics": ("数字", "數字", "Figures"),
    "page": ("侧栏显示什么", "側欄顯示什麼", "What the side shows"),
    # a package that cannot be used
    "trouble": ("这个展览包打不开", "這個展覽包打不開", "This package cannot be opened"),
    "trouble-missing": ("读不到这个文件。请检查路径和读取权限。", "讀不到這個檔案。請檢查路徑和讀取權限。", "The file cannot be read. Check the path and its permissions."),
    "trouble-not-a-package": ("这不是展览包。展览包由 exhibit build 制作。", "這不是展覽包。展覽包由 exhibit build 製作。", "It is not an exhibit package. Packages are made by exhibit build."),
    "trouble-newer": ("它的格式比本程序新。请安装新版程序后再打开。", "它的格式比本程式新。請安裝新版程式後再打開。", "Its format is newer than this program. Install a newer version to open it."),
    "trouble-older": ("它的格式比本程序旧。请用本程序重新制作。", "它的格式比本程式舊。請用本程式重新製作。", "Its format is older than this program. Build it again with this program."),
    "trouble-damaged": ("文件已损坏，没有显示其中任何内容。请重新复制或重新制作。", "檔案已損壞，沒有顯示其中任何內容。請重新複製或重新製作。", "The file is damaged; nothing of it is shown. Copy it or build it again."),
    "trouble-hostile": ("文件里有展览包不该有的东西，没有显示其中任何内容。请向制作者索取可用的文件。", "檔案裡有展覽包不該有的東西，沒有顯示其中任何內容。請向製作者索取可用的檔案。", "The file holds something a package may not hold; nothing of it is shown. Ask its maker for a good one."),
    "trouble-fonts": ("字库文件有问题，文字无法正确显示。请重新安装本程序。", "字型檔案有問題，文字無法正確顯示。請重新安裝本程式。", "A font file cannot be used, so the text could not be shown as it is. Install this program again."),
    # the reader
    "reader": ("正文", "正文", "Text"),
    "contents": ("目录", "目錄", "Contents"),
    "newspaper-not-printed": ("未印报名", "未印報名", "newspaper not printed"),
    "date-not-printed": ("未印日期", "未印日期", "date not printed"),
    "year-inferred": ("{year}年（推定）", "{year}年（推定）", "{year} (inferred)"),
    "reading-time": ("约{minutes}分钟", "約{minutes}分鐘", "about {minutes} min"),
    "source-line": ("出处：《{title}》，{newspaper}，{date}。年份：{year}。{reason}", "出處：《{title}》，{newspaper}，{date}。年份：{year}。{reason}", "Source: 《{title}》, {newspaper}, {date}. Year: {year}. {reason}"),
    "no-article": ("这里还没有文章。", "這裡還沒有文章。", "There is no article here yet."),
    "copy-plain": ("复制文字", "複製文字", "Copy the text"),
    "copy-citation": ("复制出处", "複製出處", "Copy the source"),
    # the panel of figures
    "metrics": ("数字", "數字", "Figures"),
    "metrics-count": ("{count} 个数字 · {where}", "{count} 個數字 · {where}", "Figures: {count} · {where}"),
    "metrics-some": ("共 {total} 个数字，列出 {count} 个 · {where}", "共 {total} 個數字，列出 {count} 個 · {where}", "Figures: {count} of {total} · {where}"),
    "metrics-scope": ("范围", "範圍", "Scope"),
    "metrics-here": ("本篇", "本篇", "This article"),
    "metrics-everywhere": ("全部地区", "全部地區", "All places"),
    "metrics-theme": ("主题", "主題", "Theme"),
    "metrics-all-themes": ("全部", "全部", "All"),
    "metrics-order": ("顺序", "順序", "Order"),
    "metrics-by-text": ("文中", "文中", "As in text"),
    "metrics-by-theme": ("主题", "主題", "By theme"),
    "metrics-by-size": ("大小", "大小", "By size"),
    "metrics-unit": ("单位：{unit}", "單位：{unit}", "Unit: {unit}"),
    "metrics-other-units": ("其他单位", "其他單位", "Other units"),
    "metrics-none": ("这里没有数字。", "這裡沒有數字。", "No figures here."),
    "metrics-more": ("再列 {count} 个（共 {total} 个）", "再列 {count} 個（共 {total} 個）", "{count} more of {total}"),
    "metrics-to-text": ("在文中查看", "在文中查看", "Show in the text"),
    "metrics-section": ("第{number}节", "第{number}節", "Section {number}"),
    "metrics-paragraph": ("第 {number} 段", "第 {number} 段", "paragraph {number}"),
    "metrics-in-note": ("注", "註", "note"),
    "metrics-in-heading": ("标题", "標題", "heading"),
    "metrics-note": ("说明", "說明", "Note"),
    "metrics-base": ("基数 100%", "基數 100%", "Base 100%"),
    "metrics-computed": ("由文中数字算得", "由文中數字算得", "Computed from figures in the text"),
    # places: the map, its tiles and the list
    "map": ("地图", "地圖", "Map"),
    "map-keys": ("方向键在地点之间移动，回车选定；加号减号缩放，按住 Shift 的方向键移动地图，0 看全图。", "方向鍵在地點之間移動，Enter 選定；加號減號縮放，按住 Shift 的方向鍵移動地圖，0 看全圖。", "Arrow keys move between places, Enter chooses; plus and minus zoom, Shift with an arrow key moves the map, 0 shows the whole."),
    "map-larger": ("放大地图", "放大地圖", "Zoom in"),
    "map-smaller": ("缩小地图", "縮小地圖", "Zoom out"),
    "map-whole": ("看全图", "看全圖", "Whole map"),
    "map-schematic": ("示意图", "示意圖", "Schematic map"),
    "map-approval": ("审图号：{number}", "審圖號：{number}", "Map approval number: {number}"),
    "map-approximate": ("没有查到{name}公布的边界，图上只是大致位置。", "沒有查到{name}公布的邊界，圖上只是大致位置。", "No published border of {name} was found; its position on the map is approximate."),
    "places": ("地方", "地方", "Places"),
    "place-spoken": ("{name}，{articles} 篇，{metrics} 个数字", "{name}，{articles} 篇，{metrics} 個數字", "{name}, articles: {articles}, figures: {metrics}"),
    "place-figures": ("{count} 个数字", "{count} 個數字", "Figures: {count}"),
    "place-chosen": ("正在看", "正在看", "In view"),
    "place-visited": ("看过", "看過", "Visited"),
    "place-more": ("再列一些（还有 {count} 篇）", "再列一些（還有 {count} 篇）", "List more ({count} left)"),
}


def say(key: str, language: Language, **values: object) -> str:
    """The label of a key, its `{name}` places filled with `values`. Raises KeyError for an unknown key."""
    text = _LABELS[key][_LANGUAGES.index(language)]
    return text.format(**values) if values else text
