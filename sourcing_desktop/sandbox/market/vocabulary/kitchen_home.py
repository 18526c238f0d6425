"""The words of kitchen and home goods."""

from __future__ import annotations

from sourcing_desktop.sandbox.market.vocabulary.kind import Group, Section, kind, term

MUG = kind(
    "mug",
    nouns="""
        马克杯 | Mug | cốc sứ | taza | แก้วมัค
        咖啡马克杯 | Coffee Mug | cốc sứ uống cà phê | taza de café | แก้วมัคกาแฟ
        早餐马克杯 | Breakfast Mug | cốc sứ ăn sáng | taza de desayuno | แก้วมัคอาหารเช้า
    """,
    also="杯子, 水杯, 咖啡杯, 陶瓷杯, 茶杯, cup, coffee cup, cốc, ly, cốc cà phê, tazón, pocillo, ถ้วยกาแฟ",
    fen=(380, 2500),
    grams=(280, 480),
    unit="个",
    materials="ceramic boneChina borosilicate steel304",
    styles="nordic ins cute retro japanese",
    audiences="couples students office",
    palette="kitchen",
    sizes="mug",
    features="""
        带盖勺 | with Lid and Spoon | kèm nắp và thìa | con tapa y cuchara | พร้อมฝาและช้อน
        大容量 | Large Capacity | dung tích lớn | de gran capacidad | ความจุเยอะ
        手绘 | Hand-painted | vẽ tay | de pintado a mano | วาดด้วยมือ
        可微波 | Microwave-safe | dùng được lò vi sóng | apta para microondas | เข้าไมโครเวฟได้
        浮雕 | Embossed | chạm nổi | en relieve | ลายนูน
        礼品定制 | Custom Gift | quà tặng in theo yêu cầu | personalizable para regalo | สั่งทำเป็นของขวัญ
    """,
)
KETTLE = kind(
    "kettle",
    nouns="""
        烧水壶 | Kettle | ấm đun nước | hervidor de agua | กาต้มน้ำ
        电热水壶 | Electric Kettle | ấm đun nước siêu tốc | hervidor eléctrico | กาต้มน้ำไฟฟ้า
        鸣音烧水壶 | Whistling Kettle | ấm đun nước có còi | hervidor con silbato | กาต้มน้ำแบบมีเสียงหวีด
    """,
    also="水壶, 茶壶, 热水壶, 开水壶, tea kettle, teapot, water boiler, ấm nước, tetera, pava, กาน้ำ",
    fen=(2280, 9800),
    grams=(650, 1400),
    unit="个",
    materials="steel304 steel316 borosilicate aluminium",
    styles="household retro modern minimal",
    audiences="",
    palette="steel",
    sizes="kettle",
    features="""
        大容量 | Large Capacity | dung tích lớn | de gran capacidad | ความจุเยอะ
        自动断电 | Automatic Power-off | tự ngắt điện | de apagado automático | ตัดไฟอัตโนมัติ
        防烫 | Anti-scald | chống bỏng | con mango frío al tacto | กันลวก
        加厚 | Thickened | dày dặn | de acero grueso | หนาพิเศษ
        电磁炉通用 | for Induction Cooker | dùng bếp từ | apto para inducción | ใช้กับเตาแม่เหล็กไฟฟ้าได้
        细口手冲 | with Gooseneck Spout | vòi cổ ngỗng | con cuello de cisne | ปากแคบสำหรับดริป
    """,
)
FRYING_PAN = kind(
    "frying_pan",
    nouns="""
        平底锅 | Frying Pan | chảo rán | sartén | กระทะก้นแบน
        不粘煎锅 | Non-stick Frying Pan | chảo rán chống dính | sartén antiadherente | กระทะก้นแบนเคลือบกันติด
        牛排煎锅 | Steak Frying Pan | chảo rán bít tết | sartén para filetes | กระทะก้นแบนทอดสเต๊ก
    """,
    also="煎锅, 炒锅, 锅具, 不粘锅, skillet, fry pan, wok, cookware, chảo, chảo chống dính, paila, กระทะ",
    fen=(1580, 8800),
    grams=(700, 1600),
    unit="口",
    materials="medicalstone castiron aluminium steel304",
    styles="household japanese modern",
    audiences="",
    palette="kitchen",
    sizes="pan",
    features="""
        无油烟 | Low-smoke | ít khói | de poco humo | ควันน้อย
        电磁炉通用 | for Induction Cooker | dùng bếp từ | apta para inducción | ใช้กับเตาแม่เหล็กไฟฟ้าได้
        加厚 | Thickened | dày dặn | de fondo grueso | หนาพิเศษ
        带盖 | with Lid | kèm nắp | con tapa | พร้อมฝา
        易清洗 | Easy-clean | dễ rửa | fácil de limpiar | ล้างง่าย
        木柄 | Wooden-handle | cán gỗ | con mango de madera | ด้ามไม้
    """,
)
CHEF_KNIFE = kind(
    "chef_knife",
    nouns="""
        厨师刀 | Chef Knife | dao bếp | cuchillo de chef | มีดเชฟ
        菜刀 | Kitchen Chef Knife | dao thái bếp | cuchillo de cocina | มีดทำครัว
        主厨刀 | Professional Chef Knife | dao đầu bếp | cuchillo de chef profesional | มีดเชฟมืออาชีพ
    """,
    also="刀具, 切片刀, 切肉刀, 厨房刀, kitchen knife, cleaver, knife, knives, dao, dao thái, cuchillos, มีด",
    fen=(980, 6800),
    grams=(160, 380),
    unit="把",
    materials="steel carbonsteel steel304",
    styles="professional household japanese",
    audiences="",
    palette="steel",
    sizes="blade",
    features="""
        锋利 | Sharp | sắc bén | de corte afilado | คมกริบ
        大马士革纹 | Damascus Pattern | vân Damascus | con veteado Damasco | ลายดามัสกัส
        锻打 | Forged | rèn thủ công | de forja | ตีขึ้นรูป
        免磨 | Sharpening-free | không cần mài | sin necesidad de afilar | ไม่ต้องลับ
        木柄 | Wooden-handle | cán gỗ | con mango de madera | ด้ามไม้
        切肉切菜 | for Meat and Vegetables | thái thịt rau | para carne y verduras | หั่นเนื้อและผัก
    """,
)
LUNCH_BOX = kind(
    "lunch_box",
    nouns="""
        饭盒 | Lunch Box | hộp cơm | fiambrera | กล่องข้าว
        便当盒 | Bento Lunch Box | hộp cơm bento | fiambrera bento | กล่องข้าวเบนโตะ
        保温饭盒 | Insulated Lunch Box | hộp cơm giữ nhiệt | fiambrera térmica | กล่องข้าวเก็บความร้อน
    """,
    also="餐盒, 保鲜盒, 午餐盒, bento box, food container, lunchbox, hộp đựng cơm, lonchera, táper, ปิ่นโต",
    fen=(680, 4800),
    grams=(220, 780),
    unit="个",
    materials="steel304 pp borosilicate steel316",
    styles="japanese cute minimal",
    audiences="students office children",
    palette="kitchen",
    sizes="lunch",
    features="""
        分格 | Divided | chia ngăn | con compartimentos | แบ่งช่อง
        密封防漏 | Leak-proof | kín không rò | de cierre hermético | ปิดสนิทไม่รั่ว
        可微波 | Microwave-safe | dùng được lò vi sóng | apta para microondas | เข้าไมโครเวฟได้
        双层 | Double-layer | hai tầng | de dos pisos | สองชั้น
        带餐具 | with Cutlery | kèm thìa đũa | con cubiertos | พร้อมช้อนส้อม
        便携 | Portable | tiện mang theo | fácil de llevar | พกพาสะดวก
    """,
)
VACUUM_FLASK = kind(
    "vacuum_flask",
    nouns="""
        保温杯 | Vacuum Flask | bình giữ nhiệt | termo | กระติกน้ำสุญญากาศ
        保温水壶 | Insulated Vacuum Flask | bình giữ nhiệt đựng nước | termo de agua | กระติกน้ำเก็บความร้อน
        运动保温杯 | Sports Vacuum Flask | bình giữ nhiệt thể thao | termo deportivo | กระติกน้ำสุญญากาศกีฬา
    """,
    also="水杯, 杯子, 保温瓶, 水瓶, thermos, thermos bottle, water bottle, tumbler, phích, botella térmica, กระบอกน้ำ",
    fen=(1280, 6800),
    grams=(220, 560),
    unit="个",
    materials="steel304 steel316",
    styles="business ins minimal cute",
    audiences="men women students children",
    palette="bottle",
    sizes="flask",
    features="""
        大容量 | Large Capacity | dung tích lớn | de gran capacidad | ความจุเยอะ
        智能测温 | Smart Temperature Display | hiển thị nhiệt độ | con pantalla de temperatura | แสดงอุณหภูมิ
        长效保冷 | Long-lasting Cold | giữ lạnh lâu | de frío prolongado | เก็บความเย็นนาน
        弹跳盖 | with Pop-up Lid | nắp bật | con tapa automática | ฝาเด้ง
        便携 | Portable | tiện mang theo | fácil de llevar | พกพาสะดวก
        带吸管 | with Straw | có ống hút | con pajita | มีหลอด
    """,
)

CUSHION = kind(
    "cushion",
    nouns="""
        抱枕 | Cushion | gối tựa | cojín | หมอนอิง
        沙发靠垫 | Sofa Cushion | gối tựa sofa | cojín para sofá | หมอนอิงโซฟา
        靠枕 | Throw Pillow Cushion | gối tựa lưng | cojín decorativo | หมอนอิงพิงหลัง
    """,
    also="靠垫, 坐垫, 枕头, pillow, throw pillow, cushion cover, gối ôm, gối, almohadón, almohada, หมอน",
    fen=(680, 4200),
    grams=(250, 750),
    unit="个",
    materials="velvet linen cotton plush",
    styles="nordic ins luxury japanese",
    audiences="",
    palette="home",
    sizes="cushion",
    features="""
        含芯 | with Insert | kèm ruột | con relleno | พร้อมไส้
        可拆洗 | Removable Washable | tháo giặt được | de funda lavable | ถอดซักได้
        刺绣 | Embroidered | thêu họa tiết | con bordado | ปักลาย
        几何 | Geometric | hình học | de diseño geométrico | ทรงเรขาคณิต
        飘窗 | Bay Window | bệ cửa sổ | para ventana mirador | วางริมหน้าต่าง
        流苏 | Tassel | tua rua | con flecos | พู่ห้อย
    """,
)
TABLE_LAMP = kind(
    "table_lamp",
    nouns="""
        台灯 | Table Lamp | đèn bàn | lámpara de mesa | โคมไฟตั้งโต๊ะ
        床头台灯 | Bedside Table Lamp | đèn bàn đầu giường | lámpara de mesa de noche | โคมไฟตั้งโต๊ะหัวเตียง
        学习台灯 | Study Table Lamp | đèn bàn học | lámpara de mesa de estudio | โคมไฟตั้งโต๊ะอ่านหนังสือ
    """,
    also="灯具, 小夜灯, 护眼灯, desk lamp, reading light, night light, đèn học, đèn ngủ, velador, flexo, โคมไฟ",
    fen=(1580, 12800),
    grams=(450, 1600),
    unit="盏",
    materials="metal abs ceramic solidwood",
    styles="nordic ins modern retro cream",
    audiences="students",
    palette="home",
    sizes="version",
    features="""
        护眼 | Eye-caring | bảo vệ mắt | con protección ocular | ถนอมสายตา
        三色调光 | Three-colour Dimming | chỉnh ba màu sáng | de luz regulable en tres tonos | ปรับแสงสามสี
        USB充电 | USB Rechargeable | sạc USB | de carga USB | ชาร์จ USB
        卧室 | Bedroom | phòng ngủ | para dormitorio | สำหรับห้องนอน
        触摸 | Touch | cảm ứng | de control táctil | สัมผัส
        氛围感 | Atmosphere | tạo không gian | de luz ambiental | สร้างบรรยากาศ
    """,
)
VASE = kind(
    "vase",
    nouns="""
        花瓶 | Vase | bình hoa | jarrón | แจกันดอกไม้
        插花花瓶 | Flower Arrangement Vase | bình hoa cắm | florero jarrón | แจกันดอกไม้จัดดอก
        干花花瓶 | Dried Flower Vase | bình hoa khô | jarrón para flores secas | แจกันดอกไม้แห้ง
    """,
    also="花器, 花插, 摆件, flower vase, flower pot, lọ hoa, bình bông, florero, florero de cerámica, แจกัน",
    fen=(580, 5800),
    grams=(350, 1800),
    unit="个",
    materials="ceramic glass boneChina",
    styles="nordic japanese luxury retro cream",
    audiences="",
    palette="home",
    sizes="height",
    features="""
        客厅摆件 | Living Room Ornament | trang trí phòng khách | para decorar el salón | ตกแต่งห้องนั่งเล่น
        水培 | Hydroponic | trồng thủy sinh | para cultivo en agua | ปลูกพืชน้ำ
        手工 | Handmade | thủ công | de elaboración artesanal | งานทำมือ
        磨砂 | Frosted | nhám mờ | de acabado mate | ผิวด้าน
        釉面 | Glazed | men bóng | de acabado esmaltado | เคลือบเงา
        窄口 | Narrow-mouth | miệng hẹp | de boca estrecha | ปากแคบ
    """,
)
WALL_CLOCK = kind(
    "wall_clock",
    nouns="""
        挂钟 | Wall Clock | đồng hồ treo tường | reloj de pared | นาฬิกาแขวนผนัง
        客厅挂钟 | Living Room Wall Clock | đồng hồ treo tường phòng khách | reloj de pared para salón | นาฬิกาแขวนผนังห้องนั่งเล่น
        石英挂钟 | Quartz Wall Clock | đồng hồ treo tường quartz | reloj de pared de cuarzo | นาฬิกาแขวนผนังควอตซ์
    """,
    also="钟表, 时钟, 壁钟, clock, clocks, wall watch, đồng hồ, reloj, relojes, นาฬิกา",
    fen=(980, 7800),
    grams=(400, 1500),
    unit="个",
    materials="abs metal solidwood acrylic",
    styles="nordic minimal modern retro industrial",
    audiences="",
    palette="wood",
    sizes="clock",
    features="""
        静音 | Silent | không tiếng ồn | de mecanismo silencioso | เดินเงียบ
        免打孔 | Punch-free | không cần khoan | sin taladro | ไม่ต้องเจาะ
        创意时尚 | Creative Fashion | thời trang sáng tạo | de diseño original | ดีไซน์ทันสมัย
        大数字 | with Large Numerals | số to rõ | con números grandes | ตัวเลขใหญ่
        卧室 | Bedroom | phòng ngủ | para dormitorio | สำหรับห้องนอน
        高精准机芯 | Precise Movement | máy chạy chính xác | de maquinaria precisa | เครื่องเดินแม่นยำ
    """,
)
STORAGE_BASKET = kind(
    "storage_basket",
    nouns="""
        收纳篮 | Storage Basket | giỏ đựng đồ | cesta organizadora | ตะกร้าเก็บของ
        收纳筐 | Storage Hamper Basket | giỏ đựng đồ đa năng | cesta de almacenaje | ตะกร้าเก็บของอเนกประสงค์
        脏衣收纳篮 | Laundry Storage Basket | giỏ đựng đồ giặt | cesta organizadora para ropa | ตะกร้าเก็บของใส่ผ้า
    """,
    also="篮子, 置物篮, 脏衣篮, 收纳盒, basket, laundry basket, storage box, rổ, giỏ, canasta, canasto, ตะกร้า",
    fen=(480, 3800),
    grams=(150, 750),
    unit="个",
    materials="cottonrope rattan pp linen",
    styles="nordic japanese ins household",
    audiences="",
    palette="home",
    sizes="small_large",
    features="""
        手工编织 | Hand-woven | đan thủ công | de tejido artesanal | สานมือ
        可折叠 | Foldable | gấp gọn | plegable | พับได้
        大容量 | Large Capacity | sức chứa lớn | de gran capacidad | จุของได้เยอะ
        加厚 | Thickened | dày dặn | de tejido grueso | หนาพิเศษ
        多功能 | Multi-functional | đa năng | de uso múltiple | อเนกประสงค์
        带提手 | with Handles | có quai xách | con asas | มีหูหิ้ว
    """,
)
CANDLE = kind(
    "candle",
    nouns="""
        香薰蜡烛 | Scented Candle | nến thơm | vela aromática | เทียนหอม
        蜡烛 | Candle | nến | vela | เทียน
        香薰蜡烛杯 | Jar Scented Candle | nến thơm ly | vela aromática en vaso | เทียนหอมในแก้ว
    """,
    also="香氛, 香薰, 生日蜡烛, candles, aroma candle, soy candle, đèn cầy, velas, velas perfumadas, เทียนอโรม่า",
    fen=(380, 3600),
    grams=(120, 480),
    unit="个",
    materials="soywax glass ceramic",
    styles="ins nordic french luxury",
    audiences="",
    palette="home",
    sizes="scent gift",
    features="""
        助眠 | Sleep-aid | giúp ngủ ngon | para dormir bien | ช่วยให้หลับสบาย
        无烟 | Smokeless | không khói | sin humo | ไร้ควัน
        持久留香 | Long-lasting | lưu hương lâu | de larga duración | หอมติดทนนาน
        伴手礼 | Souvenir | quà tặng kèm | para detalle de regalo | ของชำร่วย
        卧室 | Bedroom | phòng ngủ | para dormitorio | สำหรับห้องนอน
        手工 | Handmade | thủ công | de elaboración artesanal | งานทำมือ
    """,
)

SECTIONS = (
    Section(
        "kitchen",
        term("厨房用品 | Kitchenware | Đồ dùng nhà bếp | Cocina y menaje | เครื่องครัว"),
        (
            Group(
                term(
                    "杯壶饭盒 | Drinkware and Lunch Boxes | Cốc, bình và hộp cơm | Tazas, termos y fiambreras | แก้ว กระติก และกล่องข้าว"
                ),
                (MUG, KETTLE, LUNCH_BOX, VACUUM_FLASK),
            ),
            Group(
                term("锅具刀具 | Cookware and Knives | Nồi chảo và dao | Sartenes y cuchillos | กระทะและมีด"),
                (FRYING_PAN, CHEF_KNIFE),
            ),
        ),
    ),
    Section(
        "home",
        term("家居用品 | Home Goods | Đồ gia dụng | Hogar y decoración | ของใช้และของแต่งบ้าน"),
        (
            Group(
                term("家居装饰 | Home Decoration | Trang trí nhà | Decoración | ของตกแต่งบ้าน"),
                (VASE, WALL_CLOCK, CANDLE, TABLE_LAMP),
            ),
            Group(
                term(
                    "家纺收纳 | Textiles and Storage | Vải gia đình và lưu trữ | Textil y organización | ผ้าและที่เก็บของ"
                ),
                (CUSHION, STORAGE_BASKET),
            ),
        ),
    ),
)
