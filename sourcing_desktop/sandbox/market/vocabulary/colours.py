"""Colours goods come in, and the palettes the kinds draw from."""

from __future__ import annotations

from sourcing_desktop.sandbox.market.model import Term
from sourcing_desktop.sandbox.market.vocabulary.kind import table

COLOURS: dict[str, Term] = table("""
    black: 黑色 | Black | đen | negro | สีดำ
    white: 白色 | White | trắng | blanco | สีขาว
    grey: 灰色 | Grey | xám | gris | สีเทา
    beige: 米色 | Beige | be | beige | สีเบจ
    cream: 奶油白 | Cream White | trắng kem | crema | สีครีม
    khaki: 卡其色 | Khaki | kaki | caqui | สีกากี
    brown: 棕色 | Brown | nâu | marrón | สีน้ำตาล
    coffee: 咖啡色 | Coffee | cà phê | café | สีกาแฟ
    red: 红色 | Red | đỏ | rojo | สีแดง
    wine: 酒红色 | Wine Red | đỏ rượu vang | borgoña | สีแดงเบอร์กันดี
    pink: 粉色 | Pink | hồng | rosa | สีชมพู
    rose: 玫红色 | Rose Red | hồng sen | fucsia | สีบานเย็น
    orange: 橙色 | Orange | cam | naranja | สีส้ม
    yellow: 黄色 | Yellow | vàng | amarillo | สีเหลือง
    green: 绿色 | Green | xanh lá | verde | สีเขียว
    army: 军绿色 | Army Green | xanh rêu | verde militar | สีเขียวขี้ม้า
    mint: 薄荷绿 | Mint Green | xanh bạc hà | verde menta | สีเขียวมิ้นต์
    sky: 天蓝色 | Sky Blue | xanh da trời | azul cielo | สีฟ้า
    blue: 蓝色 | Blue | xanh dương | azul | สีน้ำเงิน
    navy: 藏青色 | Navy Blue | xanh navy | azul marino | สีกรมท่า
    lilac: 浅紫色 | Lilac | tím nhạt | lila | สีม่วงอ่อน
    purple: 紫色 | Purple | tím | morado | สีม่วง
    gold: 金色 | Gold | vàng kim | dorado | สีทอง
    silver: 银色 | Silver | bạc | plateado | สีเงิน
    rosegold: 玫瑰金 | Rose Gold | vàng hồng | oro rosa | สีโรสโกลด์
    wood: 原木色 | Natural Wood | gỗ tự nhiên | madera natural | สีไม้ธรรมชาติ
    walnut: 胡桃色 | Walnut | gỗ óc chó | nogal | สีวอลนัต
""")

HEX = {
    "black": "#26272b",
    "white": "#f4f4f2",
    "grey": "#8d9096",
    "beige": "#dcc9ab",
    "cream": "#f2e8d5",
    "khaki": "#b59a6a",
    "brown": "#7a4e2d",
    "coffee": "#4f3526",
    "red": "#cf2f32",
    "wine": "#7b1f33",
    "pink": "#f0a6b8",
    "rose": "#d8377d",
    "orange": "#ee7d2b",
    "yellow": "#f3c93a",
    "green": "#3f9a57",
    "army": "#5c6440",
    "mint": "#9bd8c0",
    "sky": "#8cc4e8",
    "blue": "#2f65c0",
    "navy": "#23315c",
    "lilac": "#c3b1df",
    "purple": "#73489c",
    "gold": "#d9ad52",
    "silver": "#c3c8ce",
    "rosegold": "#dda48d",
    "wood": "#cfa36e",
    "walnut": "#74492f",
}

PALETTES = {
    "fashion": "black white grey beige khaki brown red wine pink rose yellow green army sky blue navy lilac",
    "leather": "black brown coffee khaki wine navy beige green red",
    "shoes": "black white grey beige brown red pink blue navy khaki",
    "menswear": "black white grey navy khaki army blue wine coffee sky",
    "metal": "gold silver rosegold",
    "makeup": "red wine pink rose orange coffee purple brown",
    "bottle": "pink black white red blue purple mint gold cream lilac",
    "kitchen": "white black red cream mint sky pink grey green",
    "steel": "silver black red blue white",
    "home": "white cream beige grey pink sky mint yellow navy brown green coffee",
    "wood": "wood walnut white black grey",
    "sofa": "grey beige cream navy green coffee orange pink black",
    "toy": "red yellow blue green orange pink purple sky",
    "plush": "brown beige white pink coffee grey sky lilac",
    "device": "black white grey silver blue pink mint purple red",
    "tool": "red yellow blue black orange green",
    "sport": "red blue black yellow green orange purple pink sky",
    "ball": "orange brown red blue black yellow",
    "paper": "pink sky mint black yellow lilac brown navy red",
    "pet": "red blue pink grey beige mint black yellow coffee",
}
