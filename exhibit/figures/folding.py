"""Folds a text for the grammar: full width as plain, the Traditional characters of the grammar as Simplified."""

from typing import Final

_CHARACTERS: Final = """
萬万 業业 東东 兩两 嚴严 個个 箇个 臨临 爲为 為为 舉举 鄉乡 書书 亂乱 爭争 於于 虧亏 亞亚 產产 畝亩 親亲 億亿 僅仅
從从 們们 價价 衆众 優优 夥伙 會会 體体 餘余 偵侦 倆俩 兒儿 剋克 關关 俱具 養养 內内 冊册 軍军 農农 淨净 準准
減减 幾几 齣出 擊击 劃划 則则 創创 別别 彆别 劇剧 辦办 動动 區区 昇升 華华 單单 佔占 盧卢 歷历 曆历 壓压 釐厘
縣县 叄叁 雙双 發发 髮发 變变 隻只 祇只 臺台 檯台 颱台 號号 後后 嚮向 噸吨 員员 週周 賙周 迴回 團团 糰团 園园
國国 圖图 圓圆 場场 塊块 堅坚 聲声 處处 復复 複复 覆复 夠够 伕夫 頭头 奪夺 孫孙 學学 寧宁 甯宁 牠它 寶宝 實实
傢家 寬宽 對对 將将 爾尔 侷局 層层 屆届 屬属 歲岁 崗岗 島岛 嶺岭 峽峡 幣币 佈布 帶带 蓆席 並并 併并 幷并 莊庄
牀床 廬庐 應应 開开 張张 彈弹 強强 歸归 當当 噹当 錄录 彔录 徵征 徑径 逕径 總总 戰战 戶户 搧扇 擴扩 揚扬 摺折
護护 報报 擔担 擬拟 擁拥 撥拨 綑捆 據据 攬揽 攝摄 敵敌 數数 觔斤 無无 時时 晝昼 麴曲 權权 條条 來来 盃杯 闆板
菓果 櫃柜 標标 棟栋 樹树 樣样 橋桥 樁桩 樓楼 檻槛 歐欧 氣气 溝沟 沒没 測测 漲涨 遊游 灣湾 滿满 點点 爺爷 狀状
獨独 現现 電电 盞盏 盤盘 碼码 確确 禮礼 種种 積积 稱称 穩稳 窩窝 競竞 筆笔 籤签 簽签 簡简 類类 糧粮 係系 繫系
纍累 紅红 約约 級级 紀纪 納纳 線线 組组 織织 經经 結结 絕绝 繡绣 績绩 緒绪 續续 維维 緩缓 縮缩 網网 羣群 勝胜
腦脑 臘腊 緻致 節节 獲获 穫获 營营 虛虚 補补 錶表 裝装 規规 譽誉 計计 記记 講讲 許许 評评 識识 該该 語语 說说
課课 調调 談谈 貝贝 負负 敗败 貨货 貶贬 貳贰 貼贴 費费 資资 賽赛 贏赢 趕赶 趨趋 躍跃 躋跻 車车 轉转 輪轮 輕轻
載载 較较 輛辆 邊边 達达 過过 運运 這这 進进 遠远 違违 連连 遜逊 遞递 鄰邻 裏里 鍾钟 鐘钟 鈡钟 錢钱 銖铢 鋪铺
銳锐 鎮镇 鎊镑 長长 門门 閉闭 間间 隊队 陣阵 階阶 陸陆 險险 難难 麪面 韓韩 頁页 頂顶 頃顷 項项 顧顾 頓顿 預预
領领 顆颗 額额 風风 飆飙 館馆 馬马 驟骤 齊齐 龍龙 裡里 麵面 戸户 參叁 説说 啓启 賬账
"""
"""Traditional and variant characters of words that the grammar knows, each with the form the grammar is written in."""
_SIGNS: Final = "－- −- ﹣- ＋+ ％% ﹪% ．. ～~ 〜~ ∼~ ＜< ＞> ／/ ：: ＄$ ￥¥ ○〇 （( ）)"
_WIDE_BEHIND: Final = 0xFEE0
"""How far behind its plain form a full-width letter or digit lies."""
_WIDE: Final = {
    ord(plain) + _WIDE_BEHIND: plain for plain in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
}
_FOLDS: Final = _WIDE | {ord(pair[0]): pair[1] for pair in [*_CHARACTERS.split(), *_SIGNS.split()]}
_PLAIN: Final = str.maketrans(_WIDE | {"％": "%", "／": "/"})


def fold(text: str) -> str:
    """The text as the grammar reads it. The length stays, so that a place in one is a place in the other."""
    return text.translate(_FOLDS)


def plain(unit: str) -> str:
    """A unit with plain letters and signs for full-width ones; its Chinese characters stay."""
    return unit.translate(_PLAIN)
