"""The words of sports goods and stationery."""

from __future__ import annotations

from sourcing_desktop.sandbox.market.vocabulary.kind import Group, Section, kind, term

FOOTBALL = kind(
    "football",
    nouns="""
        足球 | Football | bóng đá | balón de fútbol | ลูกฟุตบอล
        比赛足球 | Match Football | bóng đá thi đấu | balón de fútbol de competición | ลูกฟุตบอลแข่งขัน
        训练足球 | Training Football | bóng đá tập luyện | balón de fútbol de entrenamiento | ลูกฟุตบอลฝึกซ้อม
    """,
    also="球, 球类, 体育用品, soccer ball, soccer, ball, quả bóng, trái banh, pelota de fútbol, ฟุตบอล",
    fen=(1280, 6800),
    grams=(320, 450),
    unit="个",
    materials="pu pvc tpu",
    styles="sporty professional",
    audiences="adults children students",
    palette="sport",
    sizes="ball_foot",
    features="""
        耐磨 | Wear-resistant | chống mài mòn | resistente al desgaste | ทนการสึก
        机缝 | Machine-sewn | khâu máy | de costura a máquina | เย็บเครื่อง
        中考 | School Exam | thi thể dục | para examen escolar | สอบพละ
        无缝贴合 | Seamless | dán không đường khâu | sin costuras | ไร้รอยต่อ
        防爆 | Explosion-proof | chống nổ | antirreventones | กันแตก
        送打气筒 | with Pump | tặng bơm | con bomba de aire | แถมที่สูบลม
    """,
)
BASKETBALL = kind(
    "basketball",
    nouns="""
        篮球 | Basketball | bóng rổ | balón de baloncesto | ลูกบาสเกตบอล
        比赛篮球 | Match Basketball | bóng rổ thi đấu | balón de baloncesto de competición | ลูกบาสเกตบอลแข่งขัน
        花式篮球 | Street Basketball | bóng rổ đường phố | balón de baloncesto urbano | ลูกบาสเกตบอลสตรีท
    """,
    also="球, 蓝球, 球类, 体育用品, basket ball, ball, quả bóng rổ, pelota de básquet, básquetbol, บาสเกตบอล",
    fen=(1580, 8800),
    grams=(480, 640),
    unit="个",
    materials="pu rubber pvc",
    styles="sporty street professional",
    audiences="adults children students",
    palette="ball",
    sizes="ball_basket",
    features="""
        吸湿防滑 | Moisture-absorbing Non-slip | hút ẩm chống trượt | de agarre antideslizante | ซับเหงื่อกันลื่น
        耐磨 | Wear-resistant | chống mài mòn | resistente al desgaste | ทนการสึก
        室内外 | Indoor and Outdoor | trong nhà và ngoài trời | para interior y exterior | ใช้ได้ทั้งในร่มและกลางแจ้ง
        翻毛手感 | Suede Feel | bề mặt da lộn | de tacto suave | ผิวสัมผัสหนังกลับ
        刻字 | Engraving | khắc chữ | con grabado | สลักชื่อ
        送打气筒 | with Pump | tặng bơm | con bomba de aire | แถมที่สูบลม
    """,
)
DUMBBELL = kind(
    "dumbbell",
    nouns="""
        哑铃 | Dumbbell | tạ tay | mancuerna | ดัมเบล
        健身哑铃 | Fitness Dumbbell | tạ tay tập gym | mancuerna de fitness | ดัมเบลฟิตเนส
        六角哑铃 | Hex Dumbbell | tạ tay lục giác | mancuerna hexagonal | ดัมเบลหกเหลี่ยม
    """,
    also="健身器材, 杠铃, 举重, dumbbells, weights, gym weights, tạ, quả tạ, mancuernas, pesas, ลูกเหล็ก",
    fen=(680, 4200),
    grams=(1000, 1200),
    unit="只",
    materials="cementcoat castiron pvc",
    styles="household professional sporty",
    audiences="women men",
    palette="sport",
    sizes="kilo",
    features="""
        环保浸塑 | Eco-friendly Dipped | bọc nhựa an toàn | de recubrimiento ecológico | เคลือบพลาสติกปลอดภัย
        防滑 | Non-slip | chống trượt | antideslizante | กันลื่น
        减肥瘦臂 | Arm-slimming | thon gọn cánh tay | para tonificar brazos | กระชับแขน
        静音防摔 | Silent Drop-resistant | êm chống va đập | sin ruido al caer | เงียบกันกระแทก
        瑜伽 | Yoga | tập yoga | para yoga | เล่นโยคะ
        健身房 | Gym | phòng gym | para gimnasio | สำหรับยิม
    """,
)
BADMINTON_RACKET = kind(
    "badminton_racket",
    nouns="""
        羽毛球拍 | Badminton Racket | vợt cầu lông | raqueta de bádminton | ไม้แบดมินตัน
        双拍羽毛球拍 | Two-piece Badminton Racket | bộ đôi vợt cầu lông | par de raquetas de bádminton | ไม้แบดมินตันคู่
        训练羽毛球拍 | Training Badminton Racket | vợt cầu lông tập luyện | raqueta de bádminton de entrenamiento | ไม้แบดมินตันฝึกซ้อม
    """,
    also="球拍, 羽拍, 羽毛球, 体育用品, racquet, badminton racquet, badminton, vợt, raquetas, ไม้แบด",
    fen=(1280, 12800),
    grams=(80, 280),
    unit="支",
    materials="carbonfibre aluminium metal",
    styles="sporty professional household",
    audiences="adults students children",
    palette="sport",
    sizes="version",
    features="""
        超轻 | Ultra-light | siêu nhẹ | de peso ultraligero | เบาพิเศษ
        耐打 | Durable | bền bỉ | de gran durabilidad | ทนทาน
        进攻型 | Offensive | thiên công | de tipo ofensivo | สายบุก
        送手胶 | with Grip Tape | tặng quấn cán | con cinta de agarre | แถมเทปพันด้าม
        已穿线 | Strung | đã căng dây | con cordaje montado | ขึ้นเอ็นแล้ว
        带球包 | with Bag | kèm túi đựng | con funda | พร้อมกระเป๋า
    """,
)
TENT = kind(
    "tent",
    nouns="""
        帐篷 | Tent | lều | tienda de campaña | เต็นท์
        露营帐篷 | Camping Tent | lều cắm trại | tienda de campaña para acampar | เต็นท์แคมป์ปิ้ง
        全自动帐篷 | Automatic Tent | lều tự bung | tienda de campaña automática | เต็นท์อัตโนมัติ
    """,
    also="天幕, 野营, 露营装备, 户外用品, tents, camping, pop up tent, lều dã ngoại, carpa, carpa de camping, เต็นท์นอน",
    fen=(4800, 38800),
    grams=(1300, 6500),
    unit="顶",
    materials="oxford polyester cotton",
    styles="outdoor household",
    audiences="adults",
    palette="sport",
    sizes="people",
    features="""
        防暴雨 | Rainstorm-proof | chống mưa lớn | resistente a la lluvia | กันฝนหนัก
        免搭建 | No-setup | không cần dựng | de montaje instantáneo | ไม่ต้องประกอบ
        防晒 | Sun-protection | chống nắng | con protección solar | กันแดด
        双层 | Double-layer | hai lớp | de doble capa | สองชั้น
        便携折叠 | Portable Folding | gấp gọn tiện mang | plegable y portátil | พับพกพาได้
        速开 | Quick-open | mở nhanh | de apertura rápida | กางเร็ว
    """,
)
BICYCLE_HELMET = kind(
    "bicycle_helmet",
    nouns="""
        自行车头盔 | Bicycle Helmet | mũ bảo hiểm xe đạp | casco de bicicleta | หมวกจักรยาน
        骑行头盔 | Cycling Bicycle Helmet | mũ bảo hiểm xe đạp thể thao | casco de bicicleta de ciclismo | หมวกจักรยานปั่น
        山地车头盔 | Mountain Bicycle Helmet | mũ bảo hiểm xe đạp địa hình | casco de bicicleta de montaña | หมวกจักรยานเสือภูเขา
    """,
    also="头盔, 安全帽, 轮滑头盔, 骑行装备, helmet, bike helmet, cycling helmet, nón bảo hiểm, mũ xe đạp, casco, หมวกกันน็อค",
    fen=(1980, 9800),
    grams=(200, 380),
    unit="顶",
    materials="pc eva abs",
    styles="sporty professional outdoor",
    audiences="men women children adults",
    palette="sport",
    sizes="head",
    features="""
        一体成型 | Integrated Moulded | đúc liền khối | de molde integral | ขึ้นรูปชิ้นเดียว
        透气 | Breathable | thoáng khí | con ventilación | ระบายอากาศ
        带尾灯 | with Tail Light | có đèn hậu | con luz trasera | มีไฟท้าย
        可调节 | Adjustable | điều chỉnh được | ajustable | ปรับขนาดได้
        轻便 | Lightweight | nhẹ | de peso ligero | น้ำหนักเบา
        带护目镜 | with Goggles | có kính chắn | con visera | มีแว่นกันลม
    """,
)

NOTEBOOK = kind(
    "notebook",
    nouns="""
        笔记本 | Notebook | sổ tay | cuaderno | สมุดโน้ต
        线圈笔记本 | Spiral Notebook | sổ tay lò xo | cuaderno de espiral | สมุดโน้ตสันห่วง
        记事本 | Memo Notebook | sổ tay ghi chép | cuaderno de notas | สมุดโน้ตบันทึก
    """,
    also="本子, 日记本, 手账本, 办公文具, notebooks, journal, diary, planner, vở, sổ, libreta, agenda, สมุด, สมุดบันทึก",
    fen=(180, 2200),
    grams=(100, 420),
    unit="本",
    materials="pu kraft pvc",
    styles="business ins cartoon retro minimal",
    audiences="students office",
    palette="paper",
    sizes="page",
    features="""
        加厚 | Thickened | dày dặn | de muchas páginas | เล่มหนา
        横线 | Lined | kẻ ngang | de hojas rayadas | มีเส้น
        烫金 | Gold-stamped | ép kim | con estampado dorado | ปั๊มทอง
        活页 | Loose-leaf | còng rời | de hojas recambiables | เปลี่ยนไส้ได้
        便携 | Portable | bỏ túi tiện lợi | fácil de llevar | พกพาสะดวก
        带密码锁 | with Combination Lock | có khóa số | con candado de combinación | มีรหัสล็อก
    """,
)
PENCIL_CASE = kind(
    "pencil_case",
    nouns="""
        笔袋 | Pencil Case | hộp bút | estuche escolar | กล่องดินสอ
        文具笔袋 | Stationery Pencil Case | hộp bút đựng văn phòng phẩm | estuche escolar para lápices | กล่องดินสอใส่เครื่องเขียน
        大容量笔袋 | Large Pencil Case | hộp bút cỡ lớn | estuche escolar grande | กล่องดินสอใบใหญ่
    """,
    also="铅笔盒, 文具盒, 铅笔袋, 文具袋, pen bag, pencil bag, pencil box, túi bút, bóp viết, lapicera, cartuchera, กระเป๋าดินสอ",
    fen=(280, 2200),
    grams=(60, 220),
    unit="个",
    materials="canvas pu oxford silicone",
    styles="cute korean cartoon japanese ins",
    audiences="students girls boys children",
    palette="paper",
    sizes="",
    features="""
        多层 | Multi-layer | nhiều ngăn | de varios compartimentos | หลายชั้น
        大开口 | Wide-opening | miệng mở rộng | de gran apertura | ปากกว้าง
        防水 | Waterproof | chống nước | impermeable | กันน้ำ
        拉链 | with Zipper | có khóa kéo | con cremallera | มีซิป
        减压 | Stress-relief | giảm căng thẳng | antiestrés | คลายเครียด
        立式笔筒 | Stand-up | đứng được | que se mantiene en pie | ตั้งได้
    """,
)
FOUNTAIN_PEN = kind(
    "fountain_pen",
    nouns="""
        钢笔 | Fountain Pen | bút máy | pluma estilográfica | ปากกาหมึกซึม
        练字钢笔 | Calligraphy Fountain Pen | bút máy luyện chữ | pluma estilográfica para caligrafía | ปากกาหมึกซึมฝึกเขียน
        签字钢笔 | Signature Fountain Pen | bút máy ký tên | pluma estilográfica para firmar | ปากกาหมึกซึมเซ็นชื่อ
    """,
    also="笔, 墨水笔, 书写工具, 办公文具, pen, ink pen, pens, bút, bút mực, estilográfica, bolígrafo, ปากกา",
    fen=(380, 6800),
    grams=(18, 90),
    unit="支",
    materials="metal copper abs acrylic",
    styles="business retro luxury cute",
    audiences="students office adults",
    palette="paper",
    sizes="nib",
    features="""
        可换墨囊 | Replaceable Cartridge | thay ống mực được | de cartucho recambiable | เปลี่ยนหลอดหมึกได้
        礼盒装 | with Gift Box | kèm hộp quà | con caja de regalo | พร้อมกล่องของขวัญ
        书写流畅 | Smooth Writing | viết trơn | de escritura fluida | เขียนลื่น
        正姿 | Posture-correcting | rèn tư thế cầm bút | para corregir la postura | ฝึกจับปากกา
        刻字 | Engraving | khắc chữ | con grabado | สลักชื่อ
        明尖 | Open Nib | ngòi lộ | de plumín abierto | หัวปากกาเปิด
    """,
)
SCISSORS = kind(
    "scissors",
    nouns="""
        剪刀 | Scissors | kéo | tijeras | กรรไกร
        办公剪刀 | Office Scissors | kéo văn phòng | tijeras de oficina | กรรไกรสำนักงาน
        手工剪刀 | Craft Scissors | kéo thủ công | tijeras de manualidades | กรรไกรงานฝีมือ
    """,
    also="剪子, 裁缝剪, 厨房剪, 文具, shears, paper scissors, cây kéo, tijera, กรรไกรตัดกระดาษ",
    fen=(150, 1500),
    grams=(40, 180),
    unit="把",
    materials="steel carbonsteel",
    styles="household cute professional",
    audiences="students office",
    palette="paper",
    sizes="small_large pack",
    features="""
        锋利 | Sharp | sắc bén | de corte afilado | คมกริบ
        防粘 | Anti-stick | chống dính keo | con hojas antiadherentes | กันกาวติด
        儿童安全 | Child-safe | an toàn cho trẻ | de uso seguro para niños | ปลอดภัยสำหรับเด็ก
        裁缝 | Tailor | cắt vải | para costura | ตัดผ้า
        防滑手柄 | Non-slip Handle | cán chống trượt | con mango antideslizante | ด้ามกันลื่น
        多功能 | Multi-functional | đa năng | de uso múltiple | อเนกประสงค์
    """,
)
STAPLER = kind(
    "stapler",
    nouns="""
        订书机 | Stapler | máy bấm ghim | grapadora | ที่เย็บกระดาษ
        办公订书机 | Office Stapler | máy bấm ghim văn phòng | grapadora de oficina | ที่เย็บกระดาษสำนักงาน
        省力订书机 | Effortless Stapler | máy bấm ghim nhẹ tay | grapadora sin esfuerzo | ที่เย็บกระดาษผ่อนแรง
    """,
    also="钉书机, 订书器, 装订机, 办公文具, staplers, staple gun, dập ghim, đồ bấm kim, engrapadora, corchetera, แม็กเย็บกระดาษ",
    fen=(280, 2800),
    grams=(60, 420),
    unit="个",
    materials="abs metal",
    styles="minimal cute business",
    audiences="office students",
    palette="paper",
    sizes="small_large",
    features="""
        加厚 | Heavy-duty | đóng tập dày | para hojas gruesas | เย็บกระดาษหนา
        迷你 | Mini | cỡ nhỏ | de tamaño mini | ขนาดเล็ก
        可旋转 | Rotatable | xoay được | giratoria | หมุนได้
        送订书钉 | with Staples | tặng ghim | con grapas | แถมลวดเย็บ
        不卡钉 | Jam-free | không kẹt ghim | sin atascos | ลวดไม่ติด
        耐用 | Durable | bền bỉ | de gran durabilidad | ทนทาน
    """,
)
DESK_ORGANIZER = kind(
    "desk_organizer",
    nouns="""
        桌面收纳盒 | Desk Organizer | kệ để bàn | organizador de escritorio | กล่องจัดระเบียบโต๊ะ
        笔筒 | Pen Holder Desk Organizer | kệ để bàn cắm bút | organizador de escritorio portalápices | กล่องจัดระเบียบโต๊ะใส่ปากกา
        桌面置物架 | Desktop Desk Organizer | kệ để bàn văn phòng | organizador de escritorio con estantes | กล่องจัดระเบียบโต๊ะทำงาน
    """,
    also="收纳盒, 文件架, 文具收纳, 办公用品, pen holder, desktop storage, desk tidy, hộp bút để bàn, ống cắm bút, portalápices, ที่ใส่ปากกา",
    fen=(480, 3800),
    grams=(180, 900),
    unit="个",
    materials="abs acrylic beech metal bamboo",
    styles="minimal ins cute business",
    audiences="office students",
    palette="home",
    sizes="version",
    features="""
        多功能 | Multi-functional | đa năng | de uso múltiple | อเนกประสงค์
        旋转 | Rotating | xoay 360 độ | giratorio | หมุนได้
        带抽屉 | with Drawers | có ngăn kéo | con cajones | มีลิ้นชัก
        大容量 | Large Capacity | sức chứa lớn | de gran capacidad | จุของได้เยอะ
        分格 | Divided | chia ngăn | con compartimentos | แบ่งช่อง
        斜插 | Slanted | khay nghiêng | con ranuras inclinadas | ช่องเอียง
    """,
)

SECTIONS = (
    Section(
        "sports",
        term("运动户外 | Sports and Outdoors | Thể thao và dã ngoại | Deportes y aire libre | กีฬาและกลางแจ้ง"),
        (
            Group(
                term(
                    "球类健身 | Ball Sports and Fitness | Bóng và thể hình | Balones y fitness | ลูกบอลและฟิตเนส"
                ),
                (FOOTBALL, BASKETBALL, DUMBBELL, BADMINTON_RACKET),
            ),
            Group(
                term(
                    "露营骑行 | Camping and Cycling | Cắm trại và xe đạp | Camping y ciclismo | แคมป์ปิ้งและจักรยาน"
                ),
                (TENT, BICYCLE_HELMET),
            ),
        ),
    ),
    Section(
        "stationery",
        term("办公文具 | Stationery and Office | Văn phòng phẩm | Papelería y oficina | เครื่องเขียนและสำนักงาน"),
        (
            Group(
                term(
                    "书写本册 | Writing and Notebooks | Bút và sổ | Escritura y cuadernos | เครื่องเขียนและสมุด"
                ),
                (NOTEBOOK, FOUNTAIN_PEN, PENCIL_CASE),
            ),
            Group(
                term(
                    "桌面办公 | Desk Supplies | Đồ dùng bàn làm việc | Artículos de escritorio | อุปกรณ์บนโต๊ะทำงาน"
                ),
                (SCISSORS, STAPLER, DESK_ORGANIZER),
            ),
        ),
    ),
)
