"""What sellers are called and where they sit."""

from __future__ import annotations

from sourcing_desktop.sandbox.market.vocabulary.kind import table

PLACES = table("""
    yiwu: 浙江义乌 | Yiwu, Zhejiang | Nghĩa Ô, Chiết Giang | Yiwu, Zhejiang | อี้อู เจ้อเจียง
    guangzhou: 广东广州 | Guangzhou, Guangdong | Quảng Châu, Quảng Đông | Cantón, Guangdong | กว่างโจว กวางตุ้ง
    shenzhen: 广东深圳 | Shenzhen, Guangdong | Thâm Quyến, Quảng Đông | Shenzhen, Guangdong | เซินเจิ้น กวางตุ้ง
    dongguan: 广东东莞 | Dongguan, Guangdong | Đông Hoản, Quảng Đông | Dongguan, Guangdong | ตงกวน กวางตุ้ง
    foshan: 广东佛山 | Foshan, Guangdong | Phật Sơn, Quảng Đông | Foshan, Guangdong | ฝอซาน กวางตุ้ง
    shantou: 广东汕头 | Shantou, Guangdong | Sán Đầu, Quảng Đông | Shantou, Guangdong | ซัวเถา กวางตุ้ง
    chaozhou: 广东潮州 | Chaozhou, Guangdong | Triều Châu, Quảng Đông | Chaozhou, Guangdong | แต้จิ๋ว กวางตุ้ง
    quanzhou: 福建泉州 | Quanzhou, Fujian | Tuyền Châu, Phúc Kiến | Quanzhou, Fujian | เฉวียนโจว ฝูเจี้ยน
    putian: 福建莆田 | Putian, Fujian | Phủ Điền, Phúc Kiến | Putian, Fujian | ผู่เถียน ฝูเจี้ยน
    wenzhou: 浙江温州 | Wenzhou, Zhejiang | Ôn Châu, Chiết Giang | Wenzhou, Zhejiang | เวินโจว เจ้อเจียง
    hangzhou: 浙江杭州 | Hangzhou, Zhejiang | Hàng Châu, Chiết Giang | Hangzhou, Zhejiang | หางโจว เจ้อเจียง
    ningbo: 浙江宁波 | Ningbo, Zhejiang | Ninh Ba, Chiết Giang | Ningbo, Zhejiang | หนิงปัว เจ้อเจียง
    jinhua: 浙江金华 | Jinhua, Zhejiang | Kim Hoa, Chiết Giang | Jinhua, Zhejiang | จินหัว เจ้อเจียง
    taizhou: 浙江台州 | Taizhou, Zhejiang | Thai Châu, Chiết Giang | Taizhou, Zhejiang | ไถโจว เจ้อเจียง
    suzhou: 江苏苏州 | Suzhou, Jiangsu | Tô Châu, Giang Tô | Suzhou, Jiangsu | ซูโจว เจียงซู
    nantong: 江苏南通 | Nantong, Jiangsu | Nam Thông, Giang Tô | Nantong, Jiangsu | หนานทง เจียงซู
    linyi: 山东临沂 | Linyi, Shandong | Lâm Nghi, Sơn Đông | Linyi, Shandong | หลินอี๋ ซานตง
    qingdao: 山东青岛 | Qingdao, Shandong | Thanh Đảo, Sơn Đông | Qingdao, Shandong | ชิงเต่า ซานตง
    baoding: 河北保定 | Baoding, Hebei | Bảo Định, Hà Bắc | Baoding, Hebei | เป่าติ้ง เหอเป่ย์
    shanghai: 上海 | Shanghai | Thượng Hải | Shanghái | เซี่ยงไฮ้
""")

HOMES = {
    "bags": "guangzhou baoding yiwu quanzhou",
    "shoes": "quanzhou wenzhou putian guangzhou",
    "womens_clothing": "guangzhou hangzhou dongguan suzhou",
    "mens_clothing": "guangzhou quanzhou hangzhou",
    "jewellery": "yiwu guangzhou qingdao shenzhen",
    "beauty": "guangzhou yiwu jinhua shanghai",
    "kitchen": "jinhua chaozhou ningbo guangzhou",
    "home": "yiwu nantong hangzhou taizhou",
    "furniture": "foshan hangzhou dongguan suzhou",
    "toys": "shantou yiwu dongguan",
    "electronics": "shenzhen dongguan guangzhou",
    "tools": "jinhua linyi shanghai ningbo",
    "sports": "yiwu nantong quanzhou ningbo",
    "stationery": "ningbo yiwu wenzhou",
    "pets": "wenzhou suzhou yiwu linyi",
}

TRADES = table("""
    bags: 箱包 | Bags | Túi xách | Bolsos | กระเป๋า
    shoes: 鞋业 | Shoes | Giày dép | Calzado | รองเท้า
    womens_clothing: 服饰 | Fashion | Thời trang | Moda | แฟชั่น
    mens_clothing: 服装 | Garments | May mặc | Confección | เครื่องแต่งกาย
    jewellery: 饰品 | Jewelry | Trang sức | Bisutería | เครื่องประดับ
    beauty: 美妆 | Beauty | Mỹ phẩm | Cosmética | เครื่องสำอาง
    kitchen: 厨具 | Kitchenware | Đồ bếp | Menaje | เครื่องครัว
    home: 家居用品 | Home Goods | Đồ gia dụng | Hogar | ของใช้ในบ้าน
    furniture: 家具 | Furniture | Nội thất | Muebles | เฟอร์นิเจอร์
    toys: 玩具 | Toys | Đồ chơi | Juguetes | ของเล่น
    electronics: 电子科技 | Electronics | Điện tử | Electrónica | อิเล็กทรอนิกส์
    tools: 五金工具 | Hardware Tools | Dụng cụ kim khí | Herramientas | เครื่องมือช่าง
    sports: 体育用品 | Sporting Goods | Đồ thể thao | Deportes | อุปกรณ์กีฬา
    stationery: 文具 | Stationery | Văn phòng phẩm | Papelería | เครื่องเขียน
    pets: 宠物用品 | Pet Supplies | Đồ thú cưng | Mascotas | อุปกรณ์สัตว์เลี้ยง
""")

SYLLABLES = {
    "锦": "jin",
    "悦": "yue",
    "恒": "heng",
    "盛": "sheng",
    "鑫": "xin",
    "达": "da",
    "华": "hua",
    "美": "mei",
    "丽": "li",
    "嘉": "jia",
    "宏": "hong",
    "泰": "tai",
    "瑞": "rui",
    "祥": "xiang",
    "卓": "zhuo",
    "凯": "kai",
    "诚": "cheng",
    "永": "yong",
    "兴": "xing",
    "星": "xing",
    "宇": "yu",
    "晨": "chen",
    "阳": "yang",
    "佳": "jia",
    "润": "run",
    "百": "bai",
    "隆": "long",
    "博": "bo",
    "睿": "rui",
    "艾": "ai",
    "诺": "nuo",
    "海": "hai",
    "天": "tian",
    "云": "yun",
    "帆": "fan",
    "欣": "xin",
    "怡": "yi",
    "雅": "ya",
    "尚": "shang",
    "品": "pin",
    "蓝": "lan",
    "森": "sen",
    "优": "you",
    "晟": "sheng",
    "铭": "ming",
    "源": "yuan",
    "顺": "shun",
    "朗": "lang",
    "格": "ge",
    "溪": "xi",
}

SHOP_FORMS = table("""
    flagship: 旗舰店 | Flagship Store | Cửa hàng chính hãng | Tienda oficial | ร้านเรือธง
    specialist: 专营店 | Specialty Store | Cửa hàng chuyên doanh | Tienda especializada | ร้านเฉพาะทาง
    enterprise: 企业店 | Enterprise Store | Cửa hàng doanh nghiệp | Tienda de empresa | ร้านค้าองค์กร
    selected: 优选店 | Selected Store | Cửa hàng tuyển chọn | Tienda selecta | ร้านคัดสรร
    little: 小铺 | Little Shop | Tiệm nhỏ | Tiendita | ร้านเล็ก
""")
