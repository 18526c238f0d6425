"""The words of pet supplies."""

from __future__ import annotations

from sourcing_desktop.sandbox.market.vocabulary.kind import Group, Section, kind, term

DOG_COLLAR = kind(
    "dog_collar",
    nouns="""
        狗项圈 | Dog Collar | vòng cổ chó | collar para perro | ปลอกคอสุนัข
        宠物狗项圈 | Pet Dog Collar | vòng cổ chó cưng | collar para perro mascota | ปลอกคอสุนัขเลี้ยง
        反光狗项圈 | Reflective Dog Collar | vòng cổ chó phản quang | collar reflectante para perro | ปลอกคอสุนัขสะท้อนแสง
    """,
    also="项圈, 宠物项圈, 狗链, 狗绳, 宠物用品, pet collar, collar, dog leash, dây đeo cổ, correa, collar de perro, ปลอกคอหมา",
    fen=(280, 2200),
    grams=(30, 160),
    unit="条",
    materials="nylon leather pu pvc",
    styles="outdoor cute retro",
    audiences="dogs",
    palette="pet",
    sizes="neck",
    features="""
        可调节 | Adjustable | điều chỉnh được | ajustable | ปรับขนาดได้
        防挣脱 | Anti-escape | chống tuột | antiescape | กันหลุด
        刻字 | Engraving | khắc tên | con grabado | สลักชื่อ
        大中小型犬 | for Small, Medium and Large Breeds | cho mọi cỡ chó | para razas pequeñas y grandes | ทุกสายพันธุ์
        透气 | Breathable | thoáng khí | transpirable | ระบายอากาศ
        带铃铛 | with Bell | có chuông | con cascabel | มีกระดิ่ง
    """,
)
PET_BOWL = kind(
    "pet_bowl",
    nouns="""
        宠物碗 | Pet Bowl | bát ăn thú cưng | comedero para mascotas | ชามอาหารสัตว์
        宠物食盆碗 | Pet Food Bowl | bát ăn thú cưng đựng thức ăn | comedero para mascotas de comida | ชามอาหารสัตว์เลี้ยง
        猫狗宠物碗 | Cat and Dog Pet Bowl | bát ăn thú cưng chó mèo | comedero para mascotas perros y gatos | ชามอาหารสัตว์แมวสุนัข
    """,
    also="狗碗, 猫碗, 食盆, 狗盆, 宠物用品, dog bowl, cat bowl, feeder, bát chó mèo, tô ăn, plato para perro, ชามข้าวแมว",
    fen=(280, 2800),
    grams=(120, 650),
    unit="个",
    materials="steel304 ceramic pp",
    styles="cute minimal nordic",
    audiences="cats dogs pets",
    palette="pet",
    sizes="small_large",
    features="""
        防打翻 | Anti-tip | chống lật | antivuelco | กันคว่ำ
        保护颈椎 | Neck-protecting | bảo vệ cổ | con protección cervical | ถนอมคอ
        慢食 | Slow-feeding | ăn chậm | de alimentación lenta | กินช้า
        双碗 | Double-bowl | hai ngăn | de dos platos | ชามคู่
        防滑 | Non-slip | chống trượt | antideslizante | กันลื่น
        自动饮水 | with Automatic Water Bottle | kèm bình nước tự động | con bebedero automático | พร้อมที่ให้น้ำอัตโนมัติ
    """,
)
PET_BED = kind(
    "pet_bed",
    nouns="""
        宠物窝 | Pet Bed | nệm thú cưng | cama para mascotas | ที่นอนสัตว์เลี้ยง
        猫窝宠物窝 | Cat Pet Bed | nệm thú cưng cho mèo | cama para mascotas gatos | ที่นอนสัตว์เลี้ยงแมว
        狗窝宠物窝 | Dog Pet Bed | nệm thú cưng cho chó | cama para mascotas perros | ที่นอนสัตว์เลี้ยงสุนัข
    """,
    also="猫窝, 狗窝, 狗垫, 猫垫, 宠物垫, 宠物用品, dog bed, cat bed, ổ chó, ổ mèo, ổ đệm, cama para perro, ที่นอนแมว, ที่นอนหมา",
    fen=(980, 6800),
    grams=(350, 1800),
    unit="个",
    materials="plush oxford fleece cotton",
    styles="cute nordic household",
    audiences="cats dogs",
    palette="pet",
    sizes="small_large",
    features="""
        可拆洗 | Removable Washable | tháo giặt được | de funda lavable | ถอดซักได้
        冬季保暖 | Winter Warm | giữ ấm mùa đông | de abrigo para invierno | อบอุ่นหน้าหนาว
        圆形深度睡眠 | Round Deep-sleep | hình tròn ngủ sâu | redonda para un sueño profundo | ทรงกลมหลับสบาย
        四季通用 | All-season | dùng bốn mùa | para todo el año | ใช้ได้ทุกฤดู
        防潮 | Moisture-proof | chống ẩm | con base antihumedad | กันชื้น
        耐咬 | Bite-resistant | chống cắn | resistente a mordidas | ทนการกัด
    """,
)
CAT_TREE = kind(
    "cat_tree",
    nouns="""
        猫爬架 | Cat Tree | nhà cây cho mèo | árbol para gatos | คอนโดแมว
        猫爬架猫窝 | Cat Tree House | nhà cây cho mèo có ổ | árbol para gatos con caseta | คอนโดแมวพร้อมบ้าน
        猫抓柱爬架 | Cat Tree with Scratching Post | nhà cây cho mèo có trụ cào | árbol para gatos con rascador | คอนโดแมวพร้อมเสาลับเล็บ
    """,
    also="猫架, 猫跳台, 猫抓板, 猫树, 宠物用品, cat tower, scratching post, cat condo, trụ cào móng, rascador, ที่ลับเล็บแมว",
    fen=(3800, 28800),
    grams=(2500, 14000),
    unit="个",
    materials="sisal board solidwood plush",
    styles="nordic minimal cute",
    audiences="cats",
    palette="pet",
    sizes="cat_tree",
    features="""
        多层 | Multi-layer | nhiều tầng | de varios niveles | หลายชั้น
        稳固 | Stable | vững chắc | de base estable | มั่นคง
        带吊床 | with Hammock | có võng | con hamaca | มีเปลนอน
        不占地 | Space-saving | tiết kiệm diện tích | que ahorra espacio | ประหยัดพื้นที่
        磨爪耐抓 | Scratch-resistant | chống cào | resistente a arañazos | ทนการข่วน
        大型 | Large | cỡ lớn | de tamaño grande | ขนาดใหญ่
    """,
)
BIRD_CAGE = kind(
    "bird_cage",
    nouns="""
        鸟笼 | Bird Cage | lồng chim | jaula para pájaros | กรงนก
        鹦鹉鸟笼 | Parrot Bird Cage | lồng chim vẹt | jaula para pájaros y loros | กรงนกแก้ว
        大号鸟笼 | Large Bird Cage | lồng chim cỡ lớn | jaula grande para pájaros | กรงนกขนาดใหญ่
    """,
    also="笼子, 鹦鹉笼, 鸟类用品, 宠物笼, birdcage, parrot cage, cage, lồng, lồng vẹt, pajarera, jaula de aves, กรงนกหงส์หยก",
    fen=(2280, 16800),
    grams=(900, 5200),
    unit="个",
    materials="iron steel bamboo",
    styles="household retro modern",
    audiences="",
    palette="tool",
    sizes="cage",
    features="""
        易清洗 | Easy-clean | dễ vệ sinh | fácil de limpiar | ล้างง่าย
        加粗加密 | Thickened Dense | nan dày chắc | de barrotes reforzados | ซี่หนาถี่
        带食盒站杆 | with Feeder and Perch | kèm cóng và cầu đậu | con comedero y percha | พร้อมถ้วยอาหารและคอน
        不锈 | Rust-proof | không gỉ | inoxidable | ไม่เป็นสนิม
        豪华别墅 | Deluxe Villa | biệt thự sang trọng | de lujo tipo villa | ทรงวิลล่าหรู
        可折叠 | Foldable | gấp gọn | plegable | พับได้
    """,
)
FISH_TANK = kind(
    "fish_tank",
    nouns="""
        鱼缸 | Fish Tank | bể cá | pecera | ตู้ปลา
        桌面鱼缸 | Desktop Fish Tank | bể cá để bàn | pecera de escritorio | ตู้ปลาตั้งโต๊ะ
        生态鱼缸 | Ecological Fish Tank | bể cá sinh thái | pecera ecológica | ตู้ปลาระบบนิเวศ
    """,
    also="水族箱, 金鱼缸, 乌龟缸, 水族用品, aquarium, fish bowl, goldfish tank, hồ cá, bể thủy sinh, acuario, อ่างปลา",
    fen=(1580, 22800),
    grams=(900, 9500),
    unit="个",
    materials="glass acrylic",
    styles="minimal creative modern",
    audiences="office",
    palette="pet",
    sizes="tank",
    features="""
        超白 | Ultra-clear | siêu trong | de vidrio ultraclaro | ใสพิเศษ
        免换水 | Water-change-free | không cần thay nước | sin cambio de agua | ไม่ต้องเปลี่ยนน้ำ
        客厅 | Living Room | phòng khách | para salón | สำหรับห้องนั่งเล่น
        带灯 | with Light | có đèn | con luz | มีไฟ
        静音过滤 | Silent Filter | lọc êm | con filtro silencioso | กรองเงียบ
        加厚 | Thickened | dày dặn | de paredes gruesas | หนาพิเศษ
    """,
)

SECTIONS = (
    Section(
        "pets",
        term("宠物用品 | Pet Supplies | Đồ thú cưng | Artículos para mascotas | อุปกรณ์สัตว์เลี้ยง"),
        (
            Group(
                term(
                    "猫狗用品 | Cat and Dog Supplies | Đồ cho chó mèo | Para perros y gatos | อุปกรณ์แมวและสุนัข"
                ),
                (DOG_COLLAR, PET_BOWL, PET_BED, CAT_TREE),
            ),
            Group(
                term(
                    "鸟鱼用品 | Bird and Fish Supplies | Đồ cho chim và cá | Para pájaros y peces | อุปกรณ์นกและปลา"
                ),
                (BIRD_CAGE, FISH_TANK),
            ),
        ),
    ),
)
