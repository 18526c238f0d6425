"""The words of furniture and toys."""

from __future__ import annotations

from sourcing_desktop.sandbox.market.vocabulary.kind import Group, Section, kind, term

OFFICE_CHAIR = kind(
    "office_chair",
    nouns="""
        办公椅 | Office Chair | ghế văn phòng | silla de oficina | เก้าอี้สำนักงาน
        电脑椅 | Computer Office Chair | ghế văn phòng máy tính | silla de oficina para ordenador | เก้าอี้สำนักงานคอมพิวเตอร์
        老板办公椅 | Executive Office Chair | ghế văn phòng giám đốc | silla de oficina ejecutiva | เก้าอี้สำนักงานผู้บริหาร
    """,
    also="椅子, 转椅, 电竞椅, 座椅, desk chair, swivel chair, gaming chair, ghế, ghế xoay, sillón, silla, เก้าอี้",
    fen=(9800, 48000),
    grams=(9000, 17000),
    unit="张",
    materials="mesh pu nylon leather",
    styles="modern gaming minimal business",
    audiences="office students",
    palette="sofa",
    sizes="version",
    features="""
        人体工学 | Ergonomic | công thái học | de diseño ergonómico | ตามหลักสรีรศาสตร์
        可躺 | Reclining | ngả lưng được | reclinable | ปรับเอนได้
        久坐舒适 | Comfortable | ngồi lâu êm ái | de asiento cómodo | นั่งนานสบาย
        升降旋转 | Adjustable Swivel | nâng hạ xoay | giratoria y regulable en altura | ปรับสูงต่ำหมุนได้
        护腰 | Lumbar Support | đỡ thắt lưng | con soporte lumbar | พยุงเอว
        带头枕 | with Headrest | có tựa đầu | con reposacabezas | มีพนักพิงศีรษะ
    """,
)
SOFA = kind(
    "sofa",
    nouns="""
        沙发 | Sofa | ghế sofa | sofá | โซฟา
        布艺沙发 | Upholstered Sofa | ghế sofa nỉ | sofá tapizado | โซฟาผ้า
        客厅沙发 | Living Room Sofa | ghế sofa phòng khách | sofá de salón | โซฟาห้องนั่งเล่น
    """,
    also="懒人沙发, 双人沙发, 贵妃椅, couch, settee, loveseat, sô pha, sofa giường, sillón, sofá cama, โซฟาเบด",
    fen=(19800, 128000),
    grams=(18000, 60000),
    unit="张",
    materials="velvet linen leather cotton",
    styles="cream nordic modern japanese french",
    audiences="",
    palette="sofa",
    sizes="seats",
    features="""
        小户型 | Small Apartment | căn hộ nhỏ | para piso pequeño | สำหรับห้องเล็ก
        可拆洗 | Removable Washable | tháo giặt được | de funda lavable | ถอดซักได้
        懒人 | Lazy | thư giãn | para relajarse | นั่งเล่นสบาย
        猫抓布 | Scratch-resistant | chống mèo cào | resistente a arañazos | กันแมวข่วน
        折叠两用 | Foldable Dual-use | gấp thành giường | convertible en cama | พับเป็นเตียงได้
        高靠背 | High-back | lưng cao | de respaldo alto | พนักพิงสูง
    """,
)
BOOKSHELF = kind(
    "bookshelf",
    nouns="""
        书架 | Bookshelf | kệ sách | estantería | ชั้นวางหนังสือ
        落地书架 | Floor Bookshelf | kệ sách đứng | estantería de pie | ชั้นวางหนังสือตั้งพื้น
        置物书架 | Storage Bookshelf | kệ sách để đồ | estantería de almacenaje | ชั้นวางหนังสืออเนกประสงค์
    """,
    also="书柜, 置物架, 架子, 收纳架, bookcase, shelf, rack, giá sách, tủ sách, librero, estante, biblioteca, ชั้นวางของ",
    fen=(3800, 32800),
    grams=(5000, 22000),
    unit="个",
    materials="board solidwood bamboo iron",
    styles="minimal nordic industrial modern",
    audiences="students children",
    palette="wood",
    sizes="tiers",
    features="""
        多层 | Multi-layer | nhiều tầng | de varios niveles | หลายชั้น
        承重强 | Heavy-duty | chịu lực tốt | de gran resistencia | รับน้ำหนักได้ดี
        客厅 | Living Room | phòng khách | para salón | สำหรับห้องนั่งเล่น
        免安装 | Installation-free | không cần lắp | sin montaje | ไม่ต้องประกอบ
        靠墙 | Wall-side | kê sát tường | para apoyar en la pared | วางชิดผนัง
        可移动 | Movable | di chuyển được | con ruedas | เคลื่อนย้ายได้
    """,
)
STOOL = kind(
    "stool",
    nouns="""
        凳子 | Stool | ghế đẩu | taburete | เก้าอี้สตูล
        小板凳 | Small Stool | ghế đẩu nhỏ | taburete pequeño | เก้าอี้สตูลเล็ก
        高脚凳 | Bar Stool | ghế đẩu quầy bar | taburete alto | เก้าอี้สตูลบาร์
    """,
    also="椅子, 板凳, 换鞋凳, 吧台椅, footstool, bar chair, seat, ghế, ghế thấp, banco, banqueta, ม้านั่ง",
    fen=(1280, 12800),
    grams=(900, 5500),
    unit="张",
    materials="solidwood pp iron velvet",
    styles="nordic modern cream household",
    audiences="children",
    palette="wood",
    sizes="seat_height",
    features="""
        可叠放 | Stackable | xếp chồng được | apilable | วางซ้อนได้
        加厚 | Thickened | dày dặn | de asiento grueso | หนาพิเศษ
        防滑 | Non-slip | chống trượt | antideslizante | กันลื่น
        换鞋 | Shoe-changing | thay giày | para calzarse | นั่งใส่รองเท้า
        餐桌 | Dining | bàn ăn | para comedor | ใช้กับโต๊ะอาหาร
        圆形 | Round | hình tròn | de forma redonda | ทรงกลม
    """,
)
COFFEE_TABLE = kind(
    "coffee_table",
    nouns="""
        茶几 | Coffee Table | bàn trà | mesa de centro | โต๊ะกลางโซฟา
        客厅茶几 | Living Room Coffee Table | bàn trà phòng khách | mesa de centro para salón | โต๊ะกลางห้องนั่งเล่น
        小茶几 | Small Coffee Table | bàn trà nhỏ | mesa de centro pequeña | โต๊ะกลางตัวเล็ก
    """,
    also="桌子, 边几, 茶桌, 矮桌, tea table, side table, table, bàn sofa, bàn, mesa auxiliar, mesita, โต๊ะกาแฟ",
    fen=(4800, 42800),
    grams=(6000, 28000),
    unit="张",
    materials="solidwood board glass iron",
    styles="nordic cream modern luxury japanese",
    audiences="",
    palette="wood",
    sizes="table",
    features="""
        小户型 | Small Apartment | căn hộ nhỏ | para piso pequeño | สำหรับห้องเล็ก
        双层 | Double-layer | hai tầng | de dos niveles | สองชั้น
        圆形 | Round | hình tròn | de forma redonda | ทรงกลม
        带抽屉 | with Drawers | có ngăn kéo | con cajones | มีลิ้นชัก
        可折叠 | Foldable | gấp gọn | plegable | พับได้
        储物 | Storage | để đồ | con espacio de almacenaje | เก็บของได้
    """,
)
BED = kind(
    "bed",
    nouns="""
        床 | Bed | giường ngủ | cama | เตียงนอน
        软包床 | Upholstered Bed | giường ngủ bọc nệm | cama tapizada | เตียงนอนบุนวม
        床架 | Bed Frame | khung giường ngủ | estructura de cama | โครงเตียงนอน
    """,
    also="双人床, 布艺床, 单人床, double bed, beds, bedstead, king bed, giường, khung giường, camas, base de cama, เตียง",
    fen=(28000, 168000),
    grams=(30000, 90000),
    unit="张",
    materials="solidwood leather velvet iron",
    styles="cream nordic modern french luxury",
    audiences="",
    palette="sofa",
    sizes="bed",
    features="""
        软包靠背 | with Padded Headboard | đầu giường bọc nệm | con cabecero acolchado | หัวเตียงบุนวม
        储物 | Storage | có hộc để đồ | con espacio de almacenaje | มีที่เก็บของ
        主卧 | Master Bedroom | phòng ngủ chính | para dormitorio principal | สำหรับห้องนอนใหญ่
        加厚 | Thickened | dày dặn | de estructura reforzada | โครงหนาพิเศษ
        悬浮 | Floating | dáng lơ lửng | de diseño flotante | ดีไซน์ลอยตัว
        静音 | Silent | không kêu cọt kẹt | sin crujidos | ไม่มีเสียงเอี๊ยด
    """,
)

TEDDY_BEAR = kind(
    "teddy_bear",
    nouns="""
        泰迪熊公仔 | Teddy Bear | gấu bông teddy | oso de peluche | ตุ๊กตาหมีเท็ดดี้
        毛绒小熊 | Plush Teddy Bear | gấu bông teddy lông nhung | osito de peluche | ตุ๊กตาหมีเท็ดดี้ขนนุ่ม
        抱抱熊玩偶 | Hug Teddy Bear | gấu bông teddy ôm | oso de peluche para abrazar | ตุ๊กตาหมีเท็ดดี้ตัวกอด
    """,
    also="玩具熊, 毛绒玩具, 公仔, 布娃娃, 玩偶, plush toy, stuffed bear, soft toy, gấu bông, peluche, ตุ๊กตาหมี",
    fen=(680, 6800),
    grams=(150, 1500),
    unit="个",
    materials="plush cotton velvet",
    styles="cute korean ins",
    audiences="children girls women",
    palette="plush",
    sizes="plush",
    features="""
        情人节礼物 | Valentine's Day Gift | quà Valentine | regalo de San Valentín | ของขวัญวาเลนไทน์
        柔软 | Soft | mềm mại | de tacto suave | นุ่มนิ่ม
        大号 | Large | cỡ lớn | de tamaño grande | ตัวใหญ่
        婚庆压床 | Wedding | trang trí giường cưới | para boda | ตกแต่งเตียงแต่งงาน
        抓机娃娃 | Claw Machine | máy gắp thú | para máquina de gancho | ตู้คีบ
        陪睡 | Sleeping Companion | ôm ngủ | para dormir | กอดนอน
    """,
)
BUILDING_BLOCKS = kind(
    "building_blocks",
    nouns="""
        积木 | Building Blocks | đồ chơi xếp hình | bloques de construcción | ตัวต่อบล็อก
        拼装积木 | Assembled Building Blocks | đồ chơi xếp hình lắp ráp | bloques de construcción armables | ตัวต่อบล็อกประกอบ
        大颗粒积木 | Large Building Blocks | đồ chơi xếp hình khối lớn | bloques de construcción grandes | ตัวต่อบล็อกชิ้นใหญ่
    """,
    also="拼图, 益智玩具, 拼插玩具, 玩具, blocks, bricks, toy bricks, lego, khối gỗ, bloques, ladrillos, เลโก้",
    fen=(880, 7800),
    grams=(250, 1500),
    unit="套",
    materials="abs beech pp",
    styles="cartoon creative chinese",
    audiences="children boys girls",
    palette="toy",
    sizes="blocks",
    features="""
        益智早教 | Early Educational | phát triển trí tuệ | para aprendizaje temprano | เสริมพัฒนาการ
        兼容 | Compatible | tương thích các hãng | compatibles con otras marcas | ใช้ร่วมกับแบรนด์อื่นได้
        diy拼插 | DIY | tự lắp ráp | para armar en casa | ต่อเองได้
        桶装 | with Bucket | hộp nhựa đựng | con cubo | บรรจุถัง
        安全无味 | Safe Odourless | an toàn không mùi | sin olor y de uso seguro | ปลอดภัยไร้กลิ่น
        收纳盒装 | with Storage Box | kèm hộp cất giữ | con caja de almacenaje | พร้อมกล่องเก็บ
    """,
)
TOY_CAR = kind(
    "toy_car",
    nouns="""
        玩具车 | Toy Car | xe đồ chơi | coche de juguete | รถของเล่น
        惯性玩具车 | Inertia Toy Car | xe đồ chơi quán tính | coche de juguete de inercia | รถของเล่นลาน
        合金车模 | Diecast Toy Car | xe đồ chơi mô hình | coche de juguete a escala | รถของเล่นโมเดล
    """,
    also="小汽车, 回力车, 车模, 汽车模型, 玩具, model car, pull back car, ô tô đồ chơi, carrito, รถเด็กเล่น",
    fen=(250, 4800),
    grams=(60, 650),
    unit="个",
    materials="abs alloy beech pp",
    styles="cartoon creative retro",
    audiences="boys children",
    palette="toy",
    sizes="pack version",
    features="""
        耐摔 | Drop-resistant | chống va đập | resistente a golpes | ทนตกแตก
        声光 | with Sound and Light | có đèn và nhạc | con luz y sonido | มีเสียงและไฟ
        回力 | Pull-back | chạy đà | de fricción | ลานดึงถอยหลัง
        仿真 | Realistic | mô phỏng thật | de diseño realista | เสมือนจริง
        地摊 | Street Stall | hàng vỉa hè | para puestos callejeros | ขายตลาดนัด
        开门 | with Opening Doors | mở được cửa | con puertas que se abren | เปิดประตูได้
    """,
)
KITE = kind(
    "kite",
    nouns="""
        风筝 | Kite | diều | cometa | ว่าว
        三角风筝 | Delta Kite | diều tam giác | cometa delta | ว่าวสามเหลี่ยม
        潍坊风筝 | Weifang Kite | diều Duy Phường | cometa de Weifang | ว่าวเหวยฟาง
    """,
    also="纸鸢, 户外玩具, 玩具, flying kite, kites, outdoor toy, thả diều, con diều, papalote, barrilete, ว่าวเด็ก",
    fen=(380, 3800),
    grams=(80, 350),
    unit="个",
    materials="polyester nylon carbonfibre",
    styles="cartoon chinese creative outdoor",
    audiences="children adults",
    palette="toy",
    sizes="kite",
    features="""
        微风易飞 | Breeze Easy-fly | dễ bay khi gió nhẹ | fácil de volar | ลมเบาก็ลอย
        长尾 | Long-tail | đuôi dài | de cola larga | หางยาว
        带线轮 | with Line Reel | kèm cuộn dây | con carrete | พร้อมรอกสาย
        大型 | Large | cỡ lớn | de tamaño grande | ขนาดใหญ่
        亲子 | Parent-child | gia đình cùng chơi | para jugar en familia | เล่นกับครอบครัว
        伞布 | Umbrella Cloth | vải dù | de tela resistente | ผ้าร่ม
    """,
)
RUBBER_DUCK = kind(
    "rubber_duck",
    nouns="""
        小黄鸭 | Rubber Duck | vịt cao su | pato de goma | เป็ดยาง
        洗澡小鸭子 | Bath Rubber Duck | vịt cao su tắm | pato de goma para el baño | เป็ดยางอาบน้ำ
        捏叫小黄鸭 | Squeaky Rubber Duck | vịt cao su bóp kêu | pato de goma con sonido | เป็ดยางบีบมีเสียง
    """,
    also="鸭子, 洗澡玩具, 戏水玩具, 玩具, bath toy, yellow duck, duckling, vịt vàng, patito, juguete de baño, ของเล่นอาบน้ำ",
    fen=(50, 680),
    grams=(15, 120),
    unit="个",
    materials="vinyl pvc",
    styles="cute cartoon",
    audiences="children",
    palette="toy",
    sizes="pack small_large",
    features="""
        戏水 | Water-play | chơi nước | para jugar en el agua | เล่นน้ำ
        宝宝洗澡 | Baby Bath | tắm cho bé | para el baño del bebé | อาบน้ำเด็ก
        网红车载 | Car Ornament | trang trí xe hơi | de adorno para coche | ตกแต่งรถ
        发声 | Squeaking | phát tiếng kêu | con sonido | มีเสียง
        环保 | Eco-friendly | thân thiện môi trường | sin tóxicos | ปลอดสารพิษ
        小礼品 | Small Gift | quà tặng nhỏ | de obsequio | ของแจก
    """,
)
TOY_ROBOT = kind(
    "toy_robot",
    nouns="""
        玩具机器人 | Toy Robot | robot đồ chơi | robot de juguete | หุ่นยนต์ของเล่น
        遥控机器人 | Remote Control Toy Robot | robot đồ chơi điều khiển | robot de juguete teledirigido | หุ่นยนต์ของเล่นบังคับ
        智能机器人 | Smart Toy Robot | robot đồ chơi thông minh | robot de juguete inteligente | หุ่นยนต์ของเล่นอัจฉริยะ
    """,
    also="机器人, 变形玩具, 电动玩具, 玩具, robot, robots, rc robot, người máy, rô bốt, autómata, หุ่นยนต์",
    fen=(1580, 12800),
    grams=(200, 900),
    unit="个",
    materials="abs alloy",
    styles="creative cartoon modern",
    audiences="children boys",
    palette="toy",
    sizes="version",
    features="""
        会唱歌跳舞 | Singing and Dancing | biết hát và nhảy | con canto y baile | ร้องเพลงเต้นได้
        手势感应 | Gesture Sensing | cảm ứng cử chỉ | con sensor de gestos | ตอบสนองท่าทาง
        USB充电 | USB Rechargeable | sạc USB | de carga USB | ชาร์จ USB
        编程 | Programmable | lập trình được | programable | เขียนโปรแกรมได้
        早教 | Early Educational | giáo dục sớm | para aprendizaje temprano | เสริมพัฒนาการ
        变形 | Transforming | biến hình | transformable | แปลงร่าง
    """,
)

SECTIONS = (
    Section(
        "furniture",
        term("家具 | Furniture | Nội thất | Muebles | เฟอร์นิเจอร์"),
        (
            Group(
                term("椅凳沙发 | Seating | Ghế và sofa | Asientos | เก้าอี้และโซฟา"),
                (OFFICE_CHAIR, SOFA, STOOL),
            ),
            Group(
                term(
                    "桌柜床 | Tables, Shelves and Beds | Bàn, kệ và giường | Mesas, estanterías y camas | โต๊ะ ชั้นวาง และเตียง"
                ),
                (BOOKSHELF, COFFEE_TABLE, BED),
            ),
        ),
    ),
    Section(
        "toys",
        term("玩具 | Toys | Đồ chơi | Juguetes | ของเล่น"),
        (
            Group(
                term(
                    "益智电动玩具 | Educational and Electric Toys | Đồ chơi trí tuệ và điện | Juguetes educativos y eléctricos | ของเล่นเสริมทักษะและไฟฟ้า"
                ),
                (BUILDING_BLOCKS, TOY_CAR, TOY_ROBOT),
            ),
            Group(
                term(
                    "毛绒户外玩具 | Plush and Outdoor Toys | Thú bông và đồ chơi ngoài trời | Peluches y juguetes de exterior | ตุ๊กตาและของเล่นกลางแจ้ง"
                ),
                (TEDDY_BEAR, KITE, RUBBER_DUCK),
            ),
        ),
    ),
)
