"""The words of bags and shoes."""

from __future__ import annotations

from sourcing_desktop.sandbox.market.vocabulary.kind import Group, Section, kind, term

BACKPACK = kind(
    "backpack",
    nouns="""
        双肩包 | Backpack | balo | mochila | กระเป๋าเป้
        双肩背包 | Backpack Rucksack | balo đeo vai | mochila de hombros | กระเป๋าเป้สะพายหลัง
        双肩书包 | School Backpack | balo đi học | mochila escolar | กระเป๋าเป้นักเรียน
    """,
    also="背包, 书包, 电脑包, rucksack, knapsack, daypack, schoolbag, ba lô, cặp sách, morral, เป้สะพายหลัง",
    fen=(1880, 9800),
    grams=(450, 1100),
    unit="个",
    materials="oxford nylon canvas pu polyester",
    styles="korean casual business japanese outdoor street",
    audiences="women men students children",
    palette="fashion",
    sizes="small_large",
    features="""
        大容量 | Large Capacity | sức chứa lớn | de gran capacidad | จุของได้เยอะ
        防水 | Waterproof | chống nước | impermeable | กันน้ำ
        旅行 | Travel | du lịch | de viaje | สำหรับเดินทาง
        USB充电 | with USB Charging | có cổng sạc USB | con carga USB | มีช่องชาร์จ USB
        减负护脊 | Load-reducing | giảm tải bảo vệ lưng | ergonomía para la espalda | ลดน้ำหนักกดหลัง
        电脑 | Laptop | đựng laptop | para portátil | ใส่โน้ตบุ๊กได้
    """,
)
TOTE_BAG = kind(
    "tote_bag",
    nouns="""
        托特包 | Tote Bag | túi tote | bolso tote | กระเป๋าโท้ท
        手提托特包 | Tote Handbag | túi tote xách tay | bolso tote de mano | กระเป๋าโท้ทหิ้ว
        帆布托特包 | Canvas Tote Bag | túi tote vải | bolsa tote de lona | กระเป๋าโท้ทผ้า
    """,
    also="购物袋, 单肩包, 大包, shopping bag, shopper, túi vải, bolsa de compras, bolsa de tela, ถุงผ้า",
    fen=(680, 4500),
    grams=(180, 600),
    unit="个",
    materials="canvas linen cotton pu nylon",
    styles="korean japanese ins casual french",
    audiences="women students",
    palette="fashion",
    sizes="small_large",
    features="""
        大容量 | Large Capacity | sức chứa lớn | de gran capacidad | จุของได้เยอะ
        单肩 | One-shoulder | đeo vai | de hombro | สะพายไหล่
        印花 | Printed | in họa tiết | con estampado | พิมพ์ลาย
        通勤 | Commuter | đi làm | para el trabajo | ถือไปทำงาน
        环保 | Eco-friendly | thân thiện môi trường | reutilizable | รักษ์โลก
        拉链 | with Zipper | có khóa kéo | con cremallera | มีซิป
    """,
)
HANDBAG = kind(
    "handbag",
    nouns="""
        手提包 | Handbag | túi xách | bolso de mano | กระเป๋าถือ
        女包 | Women's Handbag | túi xách nữ | bolso de mujer | กระเป๋าถือผู้หญิง
        凯莉手提包 | Top-handle Handbag | túi xách quai cầm | bolso de mano con asa | กระเป๋าถือหูหิ้ว
    """,
    also="包包, 小方包, purse, ladies bag, túi xách tay, cartera de mano, กระเป๋าผู้หญิง",
    fen=(1980, 12800),
    grams=(400, 950),
    unit="个",
    materials="pu leather cowhide suede",
    styles="luxury french elegant western retro",
    audiences="women",
    palette="leather",
    sizes="small_large",
    features="""
        鳄鱼纹 | Crocodile Pattern | vân cá sấu | con textura de cocodrilo | ลายจระเข้
        金属锁扣 | with Metal Lock | khóa kim loại | con cierre metálico | ตัวล็อกโลหะ
        通勤 | Commuter | đi làm | para el trabajo | ถือไปทำงาน
        丝巾 | with Silk Scarf | kèm khăn lụa | con pañuelo | แถมผ้าพันคอ
        大容量 | Large Capacity | sức chứa lớn | de gran capacidad | จุของได้เยอะ
        百搭 | Versatile | dễ phối đồ | combinable con todo | เข้าได้ทุกชุด
    """,
)
CROSSBODY_BAG = kind(
    "crossbody_bag",
    nouns="""
        斜挎包 | Crossbody Bag | túi đeo chéo | bolso bandolera | กระเป๋าสะพายข้าง
        单肩斜挎包 | Shoulder Crossbody Bag | túi đeo chéo vai | bandolera de hombro | กระเป๋าสะพายไหล่
        斜挎小包 | Small Crossbody Bag | túi đeo chéo nhỏ | bandolera pequeña | กระเป๋าสะพายใบเล็ก
    """,
    also="小方包, 胸包, 链条包, messenger bag, sling bag, shoulder bag, túi đeo vai, bolso cruzado, กระเป๋าคาดลำตัว",
    fen=(1250, 7800),
    grams=(200, 650),
    unit="个",
    materials="pu nylon canvas leather oxford",
    styles="korean casual western street luxury",
    audiences="women men",
    palette="leather",
    features="""
        链条 | with Chain Strap | dây xích | con cadena | สายโซ่
        手机 | Phone | đựng điện thoại | para el móvil | ใส่โทรศัพท์ได้
        翻盖 | Flap | nắp gập | con solapa | ฝาพับ
        轻便 | Lightweight | nhẹ | de peso ligero | น้ำหนักเบา
        防泼水 | Splash-proof | chống thấm nhẹ | resistente a salpicaduras | กันละอองน้ำ
        宽肩带 | with Wide Strap | dây đeo bản rộng | con correa ancha | สายสะพายกว้าง
    """,
)
SUITCASE = kind(
    "suitcase",
    nouns="""
        行李箱 | Suitcase | vali | maleta | กระเป๋าเดินทาง
        拉杆箱 | Trolley Suitcase | vali kéo | maleta con ruedas | กระเป๋าเดินทางล้อลาก
        旅行箱 | Travel Suitcase | vali du lịch | maleta de viaje | กระเป๋าเดินทางใบใหญ่
    """,
    also="登机箱, 密码箱, 皮箱, luggage, trolley case, carry-on, hành lý, equipaje, valija, กระเป๋าล้อลาก",
    fen=(6800, 28800),
    grams=(2300, 4300),
    unit="个",
    materials="abs pc aluminium oxford",
    styles="business ins retro casual",
    audiences="women men students",
    palette="fashion",
    sizes="suitcase",
    features="""
        万向轮 | Universal Wheel | bánh xe xoay 360 | de ruedas giratorias | ล้อหมุน 360 องศา
        密码锁 | with Combination Lock | khóa mật mã | con candado de combinación | รหัสล็อก
        杯架 | with Cup Holder | có giá để cốc | con portavasos | มีที่วางแก้ว
        静音 | Silent | êm ái | de ruedas silenciosas | ล้อเงียบ
        加厚 | Thickened | dày dặn | de carcasa reforzada | หนาพิเศษ
        抗摔 | Drop-resistant | chống va đập | resistente a golpes | ทนแรงกระแทก
    """,
)
WALLET = kind(
    "wallet",
    nouns="""
        钱包 | Wallet | ví | cartera | กระเป๋าสตางค์
        长款钱包 | Long Wallet | ví dài | cartera larga | กระเป๋าสตางค์ใบยาว
        短款钱包 | Short Wallet | ví ngắn | cartera corta | กระเป๋าสตางค์ใบสั้น
    """,
    also="皮夹, 卡包, 零钱包, 钱夹, purse, billfold, card holder, bóp, ví tiền, monedero, billetera, กระเป๋าตังค์",
    fen=(680, 5800),
    grams=(80, 260),
    unit="个",
    materials="pu leather cowhide canvas",
    styles="business retro luxury minimal korean",
    audiences="men women",
    palette="leather",
    features="""
        多卡位 | Multi-card | nhiều ngăn thẻ | con varias ranuras para tarjetas | ใส่การ์ดได้เยอะ
        拉链 | with Zipper | có khóa kéo | con cremallera | มีซิป
        防盗刷 | RFID-blocking | chống quét RFID | con bloqueo RFID | ป้องกัน RFID
        超薄 | Ultra-thin | siêu mỏng | de perfil ultrafino | บางพิเศษ
        折叠 | Folding | gập gọn | plegable | พับได้
        手拿 | Clutch | cầm tay | para llevar en mano | ถือมือได้
    """,
)

SNEAKER = kind(
    "sneaker",
    nouns="""
        运动鞋 | Sneakers | giày thể thao | zapatillas deportivas | รองเท้าผ้าใบ
        小白鞋 | Casual Sneakers | giày sneaker | zapatillas casuales | รองเท้าสนีกเกอร์
        跑步鞋 | Running Sneakers | giày chạy bộ | zapatillas para correr | รองเท้าวิ่ง
    """,
    also="板鞋, 休闲鞋, 老爹鞋, 男鞋, 女鞋, 跑鞋, sport shoes, trainers, running shoes, giày bata, tenis, รองเท้ากีฬา",
    fen=(2500, 12800),
    grams=(550, 1100),
    unit="双",
    materials="mesh pu cowhide canvas",
    styles="sporty korean casual street",
    audiences="men women students couples",
    palette="shoes",
    sizes="shoes_men shoes_women",
    features="""
        透气 | Breathable | thoáng khí | de material transpirable | ระบายอากาศ
        防滑 | Non-slip | chống trượt | con suela antideslizante | กันลื่น
        厚底增高 | Thick-soled | đế dày tăng chiều cao | de suela gruesa | พื้นหนาเสริมส้น
        减震 | Shock-absorbing | giảm chấn | con amortiguación | ลดแรงกระแทก
        飞织 | Flyknit | vải dệt flyknit | de tejido flyknit | ผ้าทอฟลายนิต
        百搭 | Versatile | dễ phối đồ | combinable con todo | เข้าได้ทุกชุด
    """,
)
HIGH_HEEL = kind(
    "high_heel",
    nouns="""
        高跟鞋 | High Heels | giày cao gót | zapatos de tacón | รองเท้าส้นสูง
        细跟高跟鞋 | Stiletto High Heels | giày cao gót gót nhọn | zapatos de tacón de aguja | รองเท้าส้นสูงส้นเข็ม
        尖头单鞋 | Pointed-toe High Heels | giày cao gót mũi nhọn | zapatos de tacón en punta | รองเท้าส้นสูงหัวแหลม
    """,
    also="女鞋, 单鞋, 婚鞋, pumps, stilettos, heels, guốc cao gót, tacones, รองเท้าส้นเข็ม, รองเท้าคัทชูส้นสูง",
    fen=(2800, 12000),
    grams=(450, 850),
    unit="双",
    materials="pu satin suede leather",
    styles="elegant french western sweet luxury",
    audiences="women",
    palette="shoes",
    sizes="shoes_women",
    features="""
        一字带 | with Ankle Strap | quai mảnh | con tira al tobillo | สายรัดข้อ
        水钻 | Rhinestone | đính đá | con pedrería | ประดับเพชร
        婚礼 | Wedding | dự tiệc cưới | para boda | ใส่ออกงานแต่ง
        不累脚 | Comfortable | êm chân | de horma cómoda | ใส่สบายไม่เมื่อย
        防滑 | Non-slip | chống trượt | con suela antideslizante | กันลื่น
        职业通勤 | Office | công sở | para la oficina | ใส่ทำงาน
    """,
)
ANKLE_BOOT = kind(
    "ankle_boot",
    nouns="""
        短靴 | Ankle Boots | bốt cổ ngắn | botines | รองเท้าบูทสั้น
        马丁靴 | Martin Ankle Boots | bốt Martin | botines militares | รองเท้าบูทมาร์ติน
        切尔西靴 | Chelsea Ankle Boots | bốt Chelsea | botines Chelsea | รองเท้าบูทเชลซี
    """,
    also="靴子, 女靴, 男靴, 男鞋, 女鞋, boots, booties, giày bốt, ủng, botas, bota corta, รองเท้าบูท",
    fen=(3800, 15800),
    grams=(800, 1500),
    unit="双",
    materials="pu cowhide leather suede",
    styles="western retro korean street",
    audiences="women men",
    palette="leather",
    sizes="shoes_women shoes_men",
    features="""
        加绒保暖 | Fleece-lined Warm | lót lông giữ ấm | con forro polar | บุขนอุ่น
        侧拉链 | with Side Zipper | khóa kéo bên | con cremallera lateral | ซิปข้าง
        厚底 | Thick-soled | đế dày | de suela gruesa | พื้นหนา
        粗跟 | Chunky Heel | gót vuông | de tacón ancho | ส้นหนา
        防水 | Waterproof | chống nước | de material impermeable | กันน้ำ
        显瘦 | Slimming | tôn dáng | de corte estilizado | ดูเพรียว
    """,
)
SANDAL = kind(
    "sandal",
    nouns="""
        凉鞋 | Sandals | dép sandal | sandalias | รองเท้าแตะรัดส้น
        沙滩凉鞋 | Beach Sandals | sandal đi biển | sandalias de playa | รองเท้าแตะชายหาด
        罗马凉鞋 | Roman Sandals | sandal chiến binh | sandalias romanas | รองเท้าแตะโรมัน
    """,
    also="沙滩鞋, 女鞋, 男鞋, 夏天鞋, summer shoes, dép quai hậu, xăng đan, guaraches, รองเท้าแซนดัล",
    fen=(1500, 7800),
    grams=(350, 750),
    unit="双",
    materials="pu eva leather pvc",
    styles="casual korean retro western",
    audiences="women men girls",
    palette="shoes",
    sizes="shoes_women shoes_men",
    features="""
        平底 | Flat | đế bằng | de suela plana | ส้นแบน
        软底 | Soft-soled | đế mềm | de suela blanda | พื้นนุ่ม
        防滑 | Non-slip | chống trượt | con suela antideslizante | กันลื่น
        魔术贴 | with Velcro | quai dán | con velcro | ตีนตุ๊กแก
        编织 | Woven | đan dây | con trenzado | สานมือ
        外穿 | Outdoor | mang ra ngoài | para la calle | ใส่ออกข้างนอกได้
    """,
)
SLIPPER = kind(
    "slipper",
    nouns="""
        拖鞋 | Slippers | dép lê | pantuflas | รองเท้าแตะ
        居家拖鞋 | Home Slippers | dép đi trong nhà | pantuflas de casa | รองเท้าแตะใส่ในบ้าน
        浴室拖鞋 | Bathroom Slippers | dép nhà tắm | pantuflas de baño | รองเท้าแตะห้องน้ำ
    """,
    also="凉拖, 棉拖, 家居鞋, slides, flip-flops, house shoes, dép, chanclas, zapatillas de casa, รองเท้าสลิปเปอร์",
    fen=(380, 2800),
    grams=(180, 480),
    unit="双",
    materials="eva plush pvc cotton",
    styles="japanese minimal cute cartoon",
    audiences="women men couples children",
    palette="home",
    sizes="slippers",
    features="""
        防滑 | Non-slip | chống trượt | con suela antideslizante | กันลื่น
        踩屎感 | Cloud-soft | siêu êm chân | de tacto nube | นุ่มเหมือนเหยียบเมฆ
        厚底 | Thick-soled | đế dày | de suela gruesa | พื้นหนา
        静音 | Silent | không gây tiếng ồn | de paso silencioso | เดินเงียบ
        洗澡漏水 | Quick-draining | thoát nước nhanh | de secado rápido | ระบายน้ำเร็ว
        室内外 | Indoor and Outdoor | trong nhà và ngoài trời | para interior y exterior | ใส่ได้ทั้งในและนอกบ้าน
    """,
)
LOAFER = kind(
    "loafer",
    nouns="""
        乐福鞋 | Loafers | giày lười | mocasines | รองเท้าโลฟเฟอร์
        豆豆鞋 | Driving Loafers | giày lười đế hạt | mocasines de conducción | รองเท้าโลฟเฟอร์พื้นปุ่ม
        英伦乐福鞋 | British Loafers | giày lười kiểu Anh | mocasines ingleses | รองเท้าโลฟเฟอร์อังกฤษ
    """,
    also="皮鞋, 懒人鞋, 一脚蹬, 男鞋, 女鞋, slip-on shoes, leather shoes, giày mọi, zapatos, náuticos, รองเท้าหนัง",
    fen=(2800, 13800),
    grams=(500, 950),
    unit="双",
    materials="pu cowhide leather suede",
    styles="business casual retro french",
    audiences="men women",
    palette="leather",
    sizes="shoes_men shoes_women",
    features="""
        软底 | Soft-soled | đế mềm | de suela blanda | พื้นนุ่ม
        一脚蹬 | Slip-on | xỏ chân tiện lợi | sin cordones | สวมง่าย
        透气 | Breathable | thoáng khí | de material transpirable | ระบายอากาศ
        金属扣 | with Metal Buckle | khóa kim loại | con hebilla metálica | หัวเข็มขัดโลหะ
        手工 | Handmade | thủ công | de confección artesanal | งานทำมือ
        职业通勤 | Office | công sở | para la oficina | ใส่ทำงาน
    """,
)

BAGS = Section(
    "bags",
    term("箱包皮具 | Bags and Luggage | Túi xách và vali | Bolsos y maletas | กระเป๋าและเครื่องหนัง"),
    (
        Group(
            term("女士包袋 | Women's Bags | Túi nữ | Bolsos de mujer | กระเป๋าผู้หญิง"),
            (TOTE_BAG, HANDBAG, CROSSBODY_BAG),
        ),
        Group(
            term(
                "旅行箱包 | Travel Bags and Wallets | Túi du lịch và ví | Bolsas de viaje y carteras "
                "| กระเป๋าเดินทางและกระเป๋าสตางค์"
            ),
            (BACKPACK, SUITCASE, WALLET),
        ),
    ),
)
SHOES = Section(
    "shoes",
    term("鞋靴 | Shoes | Giày dép | Calzado | รองเท้า"),
    (
        Group(
            term("时尚鞋 | Fashion Shoes | Giày thời trang | Calzado de moda | รองเท้าแฟชั่น"),
            (HIGH_HEEL, ANKLE_BOOT, LOAFER),
        ),
        Group(
            term("休闲鞋 | Casual Shoes | Giày thường ngày | Calzado informal | รองเท้าลำลอง"),
            (SNEAKER, SANDAL, SLIPPER),
        ),
    ),
)

SECTIONS = (BAGS, SHOES)
