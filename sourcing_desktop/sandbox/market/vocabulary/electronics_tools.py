"""The words of electronics and tools."""

from __future__ import annotations

from sourcing_desktop.sandbox.market.vocabulary.kind import Group, Section, kind, term

HEADPHONES = kind(
    "headphones",
    nouns="""
        头戴式耳机 | Headphones | tai nghe chụp tai | auriculares de diadema | หูฟังครอบหู
        运动头戴耳机 | Sports Headphones | tai nghe chụp tai thể thao | auriculares de diadema deportivos | หูฟังครอบหูกีฬา
        电竞头戴耳机 | Gaming Headphones | tai nghe chụp tai gaming | auriculares de diadema gaming | หูฟังครอบหูเกมมิ่ง
    """,
    also="耳机, 耳麦, 蓝牙耳机, headset, earphones, bluetooth headphones, tai nghe, audífonos, cascos, หูฟัง, หูฟังบลูทูธ",
    fen=(1980, 15800),
    grams=(180, 380),
    unit="个",
    materials="abs pu silicone",
    styles="gaming modern street sporty",
    audiences="students office",
    palette="device",
    sizes="connection",
    features="""
        降噪 | Noise-cancelling | chống ồn | con cancelación de ruido | ตัดเสียงรบกวน
        重低音 | Heavy Bass | âm trầm mạnh | de graves potentes | เบสหนัก
        折叠 | Folding | gập gọn | de diseño plegable | พับได้
        超长续航 | Ultra-long Battery | pin siêu lâu | de batería duradera | แบตอึด
        带麦克风 | with Microphone | có micro | con micrófono | มีไมโครโฟน
        RGB发光 | RGB Luminous | đèn RGB | con luz RGB | มีไฟ RGB
    """,
)
PHONE_CASE = kind(
    "phone_case",
    nouns="""
        手机壳 | Phone Case | ốp điện thoại | funda de móvil | เคสโทรศัพท์
        手机保护壳 | Protective Phone Case | ốp điện thoại bảo vệ | funda protectora de móvil | เคสโทรศัพท์กันกระแทก
        磁吸手机壳 | Magnetic Phone Case | ốp điện thoại nam châm | funda magnética de móvil | เคสโทรศัพท์แม่เหล็ก
    """,
    also="手机套, 保护套, 苹果壳, iPhone壳, phone cover, mobile case, cell phone case, ốp lưng, bao da, carcasa, เคสมือถือ",
    fen=(180, 2500),
    grams=(20, 70),
    unit="个",
    materials="tpu silicone pc acrylic",
    styles="ins korean cartoon minimal luxury",
    audiences="women men couples",
    palette="device",
    sizes="phones",
    features="""
        防摔 | Drop-proof | chống sốc | resistente a caídas | กันกระแทก
        全包 | Full-coverage | bọc toàn bộ | de cobertura total | คลุมรอบด้าน
        磨砂 | Frosted | nhám mờ | de acabado mate | ผิวด้าน
        镜头保护 | Lens Protection | bảo vệ camera | con protección de cámara | ปกป้องเลนส์
        支架 | with Stand | có giá đỡ | con soporte | มีขาตั้ง
        电镀 | Electroplated | mạ điện | de borde metalizado | ขอบชุบเงา
    """,
)
POWER_BANK = kind(
    "power_bank",
    nouns="""
        充电宝 | Power Bank | sạc dự phòng | batería externa | พาวเวอร์แบงค์
        移动电源 | Portable Power Bank | sạc dự phòng di động | batería externa portátil | พาวเวอร์แบงค์พกพา
        快充充电宝 | Fast Charging Power Bank | sạc dự phòng sạc nhanh | batería externa de carga rápida | พาวเวอร์แบงค์ชาร์จเร็ว
    """,
    also="电源, 充电器, 备用电源, powerbank, portable charger, pin dự phòng, cargador portátil, แบตสำรอง, ที่ชาร์จพกพา",
    fen=(2280, 12800),
    grams=(120, 480),
    unit="个",
    materials="abs aluminium pc",
    styles="business minimal ins",
    audiences="students men women",
    palette="device",
    sizes="battery",
    features="""
        大容量 | Large Capacity | dung lượng lớn | de gran capacidad | ความจุสูง
        22.5W快充 | 22.5W Fast Charging | sạc nhanh 22.5W | de carga rápida de 22,5 W | ชาร์จเร็ว 22.5W
        自带线 | with Built-in Cable | có sẵn dây sạc | con cable integrado | มีสายในตัว
        数显 | Digital Display | màn hình số | con pantalla digital | หน้าจอดิจิทัล
        小巧便携 | Compact Portable | nhỏ gọn | de tamaño compacto | เล็กพกพาง่าย
        可上飞机 | Airline-approved | mang lên máy bay được | apta para avión | ขึ้นเครื่องบินได้
    """,
)
KEYBOARD = kind(
    "keyboard",
    nouns="""
        键盘 | Keyboard | bàn phím | teclado | คีย์บอร์ด
        机械键盘 | Mechanical Keyboard | bàn phím cơ | teclado mecánico | คีย์บอร์ดแมคคานิคอล
        办公键盘 | Office Keyboard | bàn phím văn phòng | teclado de oficina | คีย์บอร์ดสำนักงาน
    """,
    also="电脑键盘, 电竞键盘, 无线键盘, gaming keyboard, wireless keyboard, computer keyboard, bàn phím máy tính, teclados, แป้นพิมพ์",
    fen=(2280, 22800),
    grams=(450, 1100),
    unit="个",
    materials="abs aluminium",
    styles="gaming business retro ins",
    audiences="office students",
    palette="device",
    sizes="connection",
    features="""
        热插拔 | Hot-swappable | hotswap thay nóng | de teclas intercambiables | เปลี่ยนสวิตช์ได้
        RGB背光 | RGB Backlit | đèn nền RGB | con retroiluminación RGB | ไฟ RGB
        静音 | Silent | gõ êm | de pulsación silenciosa | พิมพ์เงียบ
        87键 | 87-key | 87 phím | de 87 teclas | 87 ปุ่ม
        双色键帽 | Two-colour Keycap | keycap hai màu | con teclas bicolor | คีย์แคปสองสี
        超薄 | Ultra-thin | siêu mỏng | de perfil ultrafino | บางพิเศษ
    """,
)
COMPUTER_MOUSE = kind(
    "computer_mouse",
    nouns="""
        鼠标 | Computer Mouse | chuột máy tính | ratón de ordenador | เมาส์คอมพิวเตอร์
        办公鼠标 | Office Computer Mouse | chuột máy tính văn phòng | ratón de ordenador de oficina | เมาส์คอมพิวเตอร์สำนักงาน
        电竞鼠标 | Gaming Computer Mouse | chuột máy tính gaming | ratón de ordenador gaming | เมาส์คอมพิวเตอร์เกมมิ่ง
    """,
    also="蓝牙鼠标, 无线鼠标, 游戏鼠标, mouse, mice, gaming mouse, wireless mouse, chuột, chuột không dây, mouse inalámbrico, เมาส์",
    fen=(880, 8800),
    grams=(60, 140),
    unit="个",
    materials="abs",
    styles="gaming business ins cute",
    audiences="office students",
    palette="device",
    sizes="connection",
    features="""
        静音 | Silent | bấm êm | de clic silencioso | คลิกเงียบ
        可充电 | Rechargeable | sạc lại được | recargable | ชาร์จได้
        RGB发光 | RGB Luminous | đèn RGB | con luz RGB | มีไฟ RGB
        轻量化 | Lightweight | siêu nhẹ | de peso ligero | น้ำหนักเบา
        人体工学 | Ergonomic | công thái học | de diseño ergonómico | ตามหลักสรีรศาสตร์
        高精度 | High-precision | độ chính xác cao | de alta precisión | แม่นยำสูง
    """,
)
SPEAKER = kind(
    "speaker",
    nouns="""
        音箱 | Speaker | loa | altavoz | ลำโพง
        蓝牙音箱 | Bluetooth Speaker | loa bluetooth | altavoz Bluetooth | ลำโพงบลูทูธ
        桌面小音响 | Desktop Speaker | loa để bàn | altavoz de escritorio | ลำโพงตั้งโต๊ะ
    """,
    also="音响, 蓝牙音响, 小音箱, 低音炮, bluetooth speaker, loudspeaker, subwoofer, loa mini, bocina, parlante, ลำโพงพกพา",
    fen=(1580, 18800),
    grams=(180, 1600),
    unit="个",
    materials="abs mesh metal beech",
    styles="retro outdoor modern cute",
    audiences="",
    palette="device",
    sizes="version",
    features="""
        重低音 | Heavy Bass | âm trầm mạnh | de graves potentes | เบสหนัก
        便携 | Portable | tiện mang theo | portátil | พกพาสะดวก
        防水 | Waterproof | chống nước | resistente al agua | กันน้ำ
        七彩灯 | with Colourful Lights | đèn bảy màu | con luces de colores | ไฟเจ็ดสี
        大音量 | Loud | âm lượng lớn | de gran volumen | เสียงดัง
        插卡 | with Card Slot | khe cắm thẻ nhớ | con ranura para tarjeta | ใส่การ์ดได้
    """,
)

HAMMER = kind(
    "hammer",
    nouns="""
        锤子 | Hammer | búa | martillo | ค้อน
        羊角锤 | Claw Hammer | búa nhổ đinh | martillo de uña | ค้อนหงอน
        木工锤 | Carpenter Hammer | búa thợ mộc | martillo de carpintero | ค้อนช่างไม้
    """,
    also="榔头, 铁锤, 五金工具, hammers, mallet, nail hammer, búa đóng đinh, martillos, mazo, ค้อนตอกตะปู",
    fen=(580, 3800),
    grams=(300, 1100),
    unit="把",
    materials="carbonsteel steel vanadium",
    styles="industrialgrade household professional",
    audiences="",
    palette="tool",
    sizes="hammer",
    features="""
        防滑手柄 | Non-slip Handle | cán chống trượt | con mango antideslizante | ด้ามกันลื่น
        一体锻造 | One-piece Forged | rèn nguyên khối | de forja en una pieza | ตีขึ้นรูปชิ้นเดียว
        带磁 | with Magnet | có nam châm | con imán | มีแม่เหล็ก
        减震 | Shock-absorbing | giảm chấn | con amortiguación | ลดแรงสะท้าน
        玻纤柄 | Fibreglass-handle | cán sợi thủy tinh | con mango de fibra de vidrio | ด้ามไฟเบอร์กลาส
        多功能 | Multi-functional | đa năng | de uso múltiple | อเนกประสงค์
    """,
)
SCREWDRIVER = kind(
    "screwdriver",
    nouns="""
        螺丝刀 | Screwdriver | tua vít | destornillador | ไขควง
        十字螺丝刀 | Phillips Screwdriver | tua vít bốn cạnh | destornillador de estrella | ไขควงปากแฉก
        多功能螺丝刀 | Multi-functional Screwdriver | tua vít đa năng | destornillador multiusos | ไขควงอเนกประสงค์
    """,
    also="起子, 改锥, 批头, 五金工具, screw driver, screwdrivers, tô vít, desarmador, atornillador, ไขควงหัวแฉก",
    fen=(150, 2800),
    grams=(60, 420),
    unit="把",
    materials="vanadium carbonsteel",
    styles="industrialgrade household professional",
    audiences="",
    palette="tool",
    sizes="driver",
    features="""
        强磁 | Strong Magnetic | từ tính mạnh | con imán potente | แม่เหล็กแรงสูง
        防滑手柄 | Non-slip Handle | cán chống trượt | con mango antideslizante | ด้ามกันลื่น
        一字十字两用 | Slotted and Phillips Dual-use | hai đầu dẹt và bốn cạnh | de punta plana y de estrella | ปากแบนและปากแฉก
        家电维修 | Appliance Repair | sửa đồ điện | para reparar electrodomésticos | ซ่อมเครื่องใช้ไฟฟ้า
        加长 | Extended | thân dài | de vástago largo | ก้านยาว
        绝缘 | Insulated | cách điện | con aislamiento | หุ้มฉนวน
    """,
)
POWER_DRILL = kind(
    "power_drill",
    nouns="""
        电钻 | Power Drill | máy khoan điện | taladro eléctrico | สว่านไฟฟ้า
        锂电电钻 | Cordless Power Drill | máy khoan điện dùng pin | taladro eléctrico inalámbrico | สว่านไฟฟ้าไร้สาย
        冲击电钻 | Impact Power Drill | máy khoan điện động lực | taladro eléctrico percutor | สว่านไฟฟ้ากระแทก
    """,
    also="手电钻, 手枪钻, 充电钻, 电动工具, drill, cordless drill, electric drill, khoan, máy khoan pin, taladro, rotomartillo, สว่าน",
    fen=(5800, 32800),
    grams=(1000, 2600),
    unit="台",
    materials="abs metal",
    styles="industrialgrade household professional",
    audiences="",
    palette="tool",
    sizes="volt",
    features="""
        无刷电机 | Brushless | động cơ không chổi than | con motor sin escobillas | มอเตอร์ไร้แปรงถ่าน
        大功率 | High-power | công suất lớn | de alta potencia | กำลังสูง
        双速 | Two-speed | hai tốc độ | de dos velocidades | ปรับสองสปีด
        LED照明 | with LED Light | có đèn LED | con luz LED | มีไฟ LED
        工具箱套装 | with Tool Box | kèm hộp dụng cụ | con maletín | พร้อมกล่องเครื่องมือ
        正反转 | Forward and Reverse | đảo chiều | con marcha reversible | หมุนได้สองทาง
    """,
)
WRENCH = kind(
    "wrench",
    nouns="""
        扳手 | Wrench | cờ lê | llave inglesa | ประแจ
        活动扳手 | Adjustable Wrench | mỏ lết cờ lê | llave inglesa ajustable | ประแจเลื่อน
        万能扳手 | Universal Wrench | cờ lê vạn năng | llave inglesa universal | ประแจอเนกประสงค์
    """,
    also="活口扳手, 梅花扳手, 板手, 五金工具, spanner, wrenches, adjustable spanner, mỏ lết, llave ajustable, llave, ประแจปากตาย",
    fen=(480, 3800),
    grams=(150, 900),
    unit="把",
    materials="vanadium carbonsteel steel",
    styles="industrialgrade household professional",
    audiences="",
    palette="tool",
    sizes="inch",
    features="""
        大开口 | Large-opening | mở ngàm rộng | de gran apertura | ปากกว้าง
        省力 | Labour-saving | nhẹ tay | de uso sin esfuerzo | ผ่อนแรง
        防滑手柄 | Non-slip Handle | cán chống trượt | con mango antideslizante | ด้ามกันลื่น
        卫浴 | Bathroom | sửa ống nước | para fontanería | งานประปา
        加厚 | Thickened | dày dặn | de cuerpo reforzado | หนาพิเศษ
        汽修 | Car Repair | sửa ô tô | para reparación de coches | ซ่อมรถ
    """,
)
PLIERS = kind(
    "pliers",
    nouns="""
        钳子 | Pliers | kìm | alicates | คีม
        尖嘴钳 | Needle-nose Pliers | kìm mũi nhọn | alicates de punta fina | คีมปากแหลม
        钢丝钳 | Combination Pliers | kìm điện | alicates universales | คีมปากจิ้งจก
    """,
    also="老虎钳, 斜口钳, 剥线钳, 五金工具, plier, cutters, pincers, kềm, pinzas, tenazas, คีมตัด",
    fen=(480, 3200),
    grams=(120, 520),
    unit="把",
    materials="vanadium carbonsteel",
    styles="industrialgrade household professional",
    audiences="",
    palette="tool",
    sizes="inch",
    features="""
        省力 | Labour-saving | nhẹ tay | de uso sin esfuerzo | ผ่อนแรง
        绝缘 | Insulated | cách điện | con aislamiento | หุ้มฉนวน
        电工专用 | for Electricians | cho thợ điện | para electricistas | สำหรับช่างไฟ
        多功能 | Multi-functional | đa năng | de uso múltiple | อเนกประสงค์
        锋利耐用 | Sharp and Durable | sắc bền | de filo duradero | คมทนทาน
        手工饰品 | Jewelry Making | làm trang sức | para bisutería | ทำเครื่องประดับ
    """,
)
TAPE_MEASURE = kind(
    "tape_measure",
    nouns="""
        卷尺 | Tape Measure | thước cuộn | cinta métrica | ตลับเมตร
        钢卷尺 | Steel Tape Measure | thước cuộn thép | cinta métrica de acero | ตลับเมตรเหล็ก
        木工卷尺 | Carpenter Tape Measure | thước cuộn thợ mộc | cinta métrica de carpintero | ตลับเมตรช่างไม้
    """,
    also="尺子, 米尺, 盒尺, 测量工具, measuring tape, tape, ruler, thước dây, thước kéo, flexómetro, huincha, สายวัด",
    fen=(180, 1980),
    grams=(90, 420),
    unit="个",
    materials="abs rubber steel",
    styles="industrialgrade household professional",
    audiences="",
    palette="tool",
    sizes="tape",
    features="""
        加厚耐磨 | Thickened Wear-resistant | dày chống mòn | de cinta resistente | หนาทนการสึก
        自动回弹 | Auto-retracting | tự cuộn | de retorno automático | ม้วนกลับอัตโนมัติ
        高精度 | High-precision | độ chính xác cao | de alta precisión | แม่นยำสูง
        防摔 | Drop-proof | chống va đập | resistente a caídas | กันกระแทก
        双面刻度 | Double-sided Scale | vạch hai mặt | con escala doble | สเกลสองด้าน
        带自锁 | with Self-lock | có khóa tự động | con freno automático | ล็อกตัวเอง
    """,
)

SECTIONS = (
    Section(
        "electronics",
        term("数码电子 | Electronics | Điện tử | Electrónica | อิเล็กทรอนิกส์"),
        (
            Group(
                term(
                    "影音手机配件 | Audio and Phone Accessories | Âm thanh và phụ kiện điện thoại | Audio y accesorios de móvil | เครื่องเสียงและอุปกรณ์มือถือ"
                ),
                (HEADPHONES, SPEAKER, PHONE_CASE, POWER_BANK),
            ),
            Group(
                term("电脑外设 | Computer Peripherals | Phụ kiện máy tính | Periféricos | อุปกรณ์คอมพิวเตอร์"),
                (KEYBOARD, COMPUTER_MOUSE),
            ),
        ),
    ),
    Section(
        "tools",
        term("五金工具 | Hardware and Tools | Dụng cụ kim khí | Herramientas | เครื่องมือช่าง"),
        (
            Group(
                term("手动工具 | Hand Tools | Dụng cụ cầm tay | Herramientas manuales | เครื่องมือช่างมือ"),
                (HAMMER, SCREWDRIVER, WRENCH, PLIERS),
            ),
            Group(
                term(
                    "电动测量工具 | Power and Measuring Tools | Dụng cụ điện và đo | Herramientas eléctricas y de medición | เครื่องมือไฟฟ้าและเครื่องมือวัด"
                ),
                (POWER_DRILL, TAPE_MEASURE),
            ),
        ),
    ),
)
