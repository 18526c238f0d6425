"""The words of women's and men's clothing."""

from __future__ import annotations

from sourcing_desktop.sandbox.market.vocabulary.kind import Group, Section, kind, term

DRESS = kind(
    "dress",
    nouns="""
        连衣裙 | Dress | váy đầm | vestido | ชุดเดรส
        长裙 | Long Dress | váy đầm dài | vestido largo | ชุดเดรสยาว
        碎花裙 | Floral Dress | váy đầm hoa | vestido floral | ชุดเดรสลายดอก
    """,
    also="裙子, 裙装, 女装, gown, frock, skirt, đầm, váy liền, ropa de mujer, เดรส, กระโปรง",
    fen=(2500, 11800),
    grams=(200, 520),
    unit="件",
    materials="chiffon cotton linen satin polyester",
    styles="french korean elegant sweet retro",
    audiences="women girls",
    palette="fashion",
    sizes="clothes clothes_few",
    features="""
        收腰显瘦 | Waist-slimming | chiết eo tôn dáng | de cintura entallada | เข้ารูปช่วยให้ดูผอม
        V领 | V-neck | cổ chữ V | de cuello en V | คอวี
        泡泡袖 | Puff-sleeve | tay bồng | de mangas abullonadas | แขนพอง
        A字 | A-line | dáng chữ A | de corte evasé | ทรงเอ
        中长款 | Mid-length | dáng dài vừa | de largo midi | ความยาวมิดี้
        度假 | Vacation | đi biển | para vacaciones | ใส่เที่ยวพักผ่อน
    """,
)
BLOUSE = kind(
    "blouse",
    nouns="""
        女士衬衫 | Women's Blouse | áo sơ mi nữ | blusa | เสื้อเบลาส์
        雪纺衫 | Chiffon Blouse | áo kiểu voan | blusa de gasa | เสื้อเบลาส์ชีฟอง
        女式上衣 | Women's Top Blouse | áo kiểu nữ | blusa de mujer | เสื้อเบลาส์ผู้หญิง
    """,
    also="衬衣, 女装, 上衣, 小衫, shirt, tops, ladies shirt, áo cánh, camisa de mujer, เสื้อเชิ้ตผู้หญิง",
    fen=(1980, 7800),
    grams=(140, 300),
    unit="件",
    materials="chiffon satin silk cotton linen",
    styles="french korean elegant minimal retro",
    audiences="women",
    palette="fashion",
    sizes="clothes clothes_few",
    features="""
        长袖 | Long-sleeve | tay dài | de manga larga | แขนยาว
        蝴蝶结 | with Bow | thắt nơ | con lazo | ผูกโบว์
        宽松 | Loose | dáng rộng | de corte holgado | ทรงหลวม
        荷叶边 | Ruffled | viền bèo | con volantes | แต่งระบาย
        通勤 | Commuter | đi làm | para el trabajo | ใส่ไปทำงาน
        垂感 | Draping | chất vải rũ | de buena caída | ผ้าทิ้งตัว
    """,
)
PLEATED_SKIRT = kind(
    "pleated_skirt",
    nouns="""
        百褶裙 | Pleated Skirt | chân váy xếp ly | falda plisada | กระโปรงพลีท
        半身裙 | Pleated Half Skirt | chân váy xếp ly nữ | falda plisada de mujer | กระโปรงพลีทเอวสูง
        百褶短裙 | Short Pleated Skirt | chân váy xếp ly ngắn | falda plisada corta | กระโปรงพลีทสั้น
    """,
    also="裙子, 短裙, 女装, 学生裙, skirt, mini skirt, váy ngắn, chân váy, minifalda, กระโปรง, กระโปรงจีบ",
    fen=(1580, 6500),
    grams=(160, 420),
    unit="条",
    materials="polyester cotton wool satin",
    styles="korean japanese sweet retro",
    audiences="women students",
    palette="fashion",
    sizes="clothes_few clothes",
    features="""
        高腰 | High-waisted | cạp cao | de cintura alta | เอวสูง
        显瘦 | Slimming | tôn dáng | de corte estilizado | ดูเพรียว
        防走光 | Anti-exposure | có quần lót trong | con short interior | มีซับในกันโป๊
        A字 | A-line | dáng chữ A | de corte evasé | ทรงเอ
        格子 | Plaid | kẻ ca rô | a cuadros | ลายสก็อต
        松紧腰 | with Elastic Waist | cạp chun | con cintura elástica | เอวยางยืด
    """,
)
KNIT_SWEATER = kind(
    "knit_sweater",
    nouns="""
        针织毛衣 | Knit Sweater | áo len | suéter de punto | เสื้อสเวตเตอร์ไหมพรม
        毛衣 | Sweater | áo len dệt kim | suéter | เสื้อสเวตเตอร์
        针织衫 | Knitted Sweater | áo len mỏng | suéter tejido | เสื้อไหมพรม
    """,
    also="针织开衫, 打底衫, 女装, 羊毛衫, jumper, pullover, knitwear, áo dệt kim, jersey, chompa, เสื้อกันหนาว",
    fen=(2280, 9800),
    grams=(280, 620),
    unit="件",
    materials="wool acrylicyarn cotton",
    styles="korean japanese retro casual",
    audiences="women students",
    palette="fashion",
    sizes="clothes_few clothes",
    features="""
        圆领 | Crew-neck | cổ tròn | de cuello redondo | คอกลม
        套头 | Pullover | chui đầu | de estilo cerrado | แบบสวมหัว
        慵懒风 | Lazy Style | phong cách lười biếng | de estilo relajado | ทรงสบาย ๆ
        加厚 | Thickened | dày dặn | de tejido grueso | หนาพิเศษ
        宽松 | Loose | dáng rộng | de corte holgado | ทรงหลวม
        麻花 | Cable-knit | vặn thừng | con trenzas | ลายถักเปีย
    """,
)
TRENCH_COAT = kind(
    "trench_coat",
    nouns="""
        风衣 | Trench Coat | áo măng tô | gabardina | เสื้อเทรนช์โค้ท
        中长款风衣 | Mid-length Trench Coat | áo măng tô dáng dài | gabardina larga | เสื้อเทรนช์โค้ทตัวยาว
        风衣外套 | Trench Coat Jacket | áo khoác măng tô | abrigo gabardina | เสื้อโค้ทเทรนช์
    """,
    also="大衣, 外套, 女装, 长款外套, coat, overcoat, outerwear, áo khoác dài, abrigo, chaqueta larga, เสื้อโค้ท",
    fen=(5800, 23800),
    grams=(600, 1200),
    unit="件",
    materials="cotton polyester wool",
    styles="french western elegant korean",
    audiences="women men",
    palette="leather",
    sizes="clothes_few clothes",
    features="""
        双排扣 | Double-breasted | hai hàng cúc | de doble botonadura | กระดุมสองแถว
        收腰 | with Belt | thắt đai eo | con cinturón | มีเข็มขัด
        防风 | Windproof | chắn gió | cortaviento | กันลม
        翻领 | Lapel | ve lật | de cuello con solapa | คอปก
        宽松 | Loose | dáng rộng | de corte holgado | ทรงหลวม
        显高 | Height-enhancing | tôn chiều cao | que estiliza la figura | ใส่แล้วดูสูง
    """,
)
JEANS = kind(
    "jeans",
    nouns="""
        牛仔裤 | Jeans | quần jean | pantalones vaqueros | กางเกงยีนส์
        直筒牛仔裤 | Straight Jeans | quần jean ống suông | vaqueros rectos | กางเกงยีนส์ขากระบอก
        阔腿牛仔裤 | Wide-leg Jeans | quần jean ống rộng | vaqueros anchos | กางเกงยีนส์ขากว้าง
    """,
    also="裤子, 长裤, 女裤, 男裤, denim pants, trousers, quần bò, pantalón de mezclilla, tejanos, กางเกงขายาว",
    fen=(2800, 9800),
    grams=(450, 850),
    unit="条",
    materials="denim cotton",
    styles="korean western retro street",
    audiences="women men",
    palette="menswear",
    sizes="waist clothes",
    features="""
        高腰 | High-waisted | cạp cao | de cintura alta | เอวสูง
        弹力 | Stretch | co giãn | con elasticidad | ผ้ายืด
        破洞 | Ripped | rách gối | con rotos | แต่งขาด
        显瘦 | Slimming | tôn dáng | de corte estilizado | ดูเพรียว
        水洗 | Washed | wash bạc | con lavado | ผ่านการฟอก
        九分 | Ankle-length | dài chín tấc | de largo al tobillo | ยาวเก้าส่วน
    """,
)

T_SHIRT = kind(
    "t_shirt",
    nouns="""
        T恤 | T-shirt | áo thun | camiseta | เสื้อยืด
        短袖T恤 | Short-sleeve T-shirt | áo thun ngắn tay | camiseta de manga corta | เสื้อยืดแขนสั้น
        圆领T恤 | Crew-neck T-shirt | áo thun cổ tròn | camiseta de cuello redondo | เสื้อยืดคอกลม
    """,
    also="体恤, 短袖, 打底衫, 男装, tee, tshirt, tee shirt, tops, áo phông, playera, polera, remera, เสื้อทีเชิ้ต",
    fen=(880, 4500),
    grams=(130, 280),
    unit="件",
    materials="cotton polyester linen",
    styles="street korean japanese casual",
    audiences="men women couples students",
    palette="menswear",
    sizes="clothes",
    features="""
        重磅 | Heavyweight | vải dày | de tejido pesado | ผ้าหนา
        宽松 | Loose | dáng rộng | de corte holgado | ทรงหลวม
        速干 | Quick-drying | mau khô | de secado rápido | แห้งเร็ว
        印花 | Printed | in họa tiết | con estampado | พิมพ์ลาย
        透气吸汗 | Breathable | thấm hút mồ hôi | transpirable | ระบายอากาศซับเหงื่อ
        落肩 | Drop-shoulder | vai trễ | de hombro caído | ไหล่ตก
    """,
)
DRESS_SHIRT = kind(
    "dress_shirt",
    nouns="""
        男士衬衫 | Men's Dress Shirt | áo sơ mi nam | camisa de vestir | เสื้อเชิ้ตผู้ชาย
        商务衬衫 | Business Dress Shirt | áo sơ mi công sở | camisa formal | เสื้อเชิ้ตทำงาน
        长袖衬衫 | Long-sleeve Dress Shirt | áo sơ mi dài tay | camisa de manga larga | เสื้อเชิ้ตแขนยาว
    """,
    also="衬衣, 男装, 正装, 寸衫, shirt, formal shirt, men shirt, áo sơ mi, camisa de hombre, เสื้อเชิ้ต",
    fen=(1980, 8800),
    grams=(200, 350),
    unit="件",
    materials="cotton linen polyester silk",
    styles="business korean minimal casual",
    audiences="men",
    palette="menswear",
    sizes="shirt clothes",
    features="""
        免烫抗皱 | Wrinkle-free | chống nhăn | antiarrugas | ไม่ต้องรีด
        修身 | Slim-fit | dáng ôm | de corte ajustado | ทรงสลิมฟิต
        条纹 | Striped | kẻ sọc | a rayas | ลายทาง
        弹力 | Stretch | co giãn | con elasticidad | ผ้ายืด
        职业 | Work | đồng phục văn phòng | para uniforme de oficina | ชุดทำงาน
        透气 | Breathable | thoáng khí | transpirable | ระบายอากาศ
    """,
)
HOODIE = kind(
    "hoodie",
    nouns="""
        连帽卫衣 | Hoodie | áo hoodie | sudadera con capucha | เสื้อฮู้ด
        卫衣 | Hoodie Sweatshirt | áo nỉ hoodie | sudadera | เสื้อฮู้ดดี้
        加绒卫衣 | Fleece Hoodie | áo hoodie nỉ bông | sudadera con capucha de felpa | เสื้อฮู้ดผ้าฟลีซ
    """,
    also="帽衫, 套头衫, 男装, 运动上衣, sweatshirt, hooded, áo nỉ có mũ, buzo, polerón, เสื้อกันหนาวมีฮู้ด",
    fen=(2500, 9800),
    grams=(350, 750),
    unit="件",
    materials="cotton fleece polyester",
    styles="street korean western sporty",
    audiences="men women couples students",
    palette="menswear",
    sizes="clothes",
    features="""
        加绒加厚 | Fleece-lined Thickened | lót nỉ dày | con interior afelpado | บุขนหนา
        宽松 | Loose | dáng rộng | de corte holgado | ทรงหลวม
        重磅 | Heavyweight | vải dày | de tejido pesado | ผ้าหนา
        印花 | Printed | in họa tiết | con estampado | พิมพ์ลาย
        大口袋 | with Kangaroo Pocket | có túi lớn | con bolsillo canguro | มีกระเป๋าหน้า
        纯色 | Solid Colour | màu trơn | de color liso | สีพื้น
    """,
)
SHORTS = kind(
    "shorts",
    nouns="""
        短裤 | Shorts | quần short | pantalones cortos | กางเกงขาสั้น
        运动短裤 | Sports Shorts | quần short thể thao | pantalones cortos deportivos | กางเกงขาสั้นกีฬา
        五分裤 | Knee-length Shorts | quần short ngang gối | bermudas | กางเกงขาสั้นสามส่วน
    """,
    also="沙滩裤, 休闲裤, 男裤, 裤子, beach shorts, pants, quần đùi, quần lửng, bermuda, shorts, กางเกงกีฬา",
    fen=(1180, 4800),
    grams=(150, 350),
    unit="条",
    materials="polyester cotton nylon linen",
    styles="sporty casual street korean",
    audiences="men women",
    palette="menswear",
    sizes="clothes",
    features="""
        速干 | Quick-drying | mau khô | de secado rápido | แห้งเร็ว
        宽松 | Loose | dáng rộng | de corte holgado | ทรงหลวม
        松紧腰 | with Elastic Waist | cạp chun | con cintura elástica | เอวยางยืด
        多口袋 | Multi-pocket | nhiều túi | con varios bolsillos | หลายกระเป๋า
        冰丝 | Ice-silk | vải mát lạnh | de tejido fresco | ผ้าเย็น
        篮球训练 | Basketball Training | tập bóng rổ | para baloncesto | ใส่เล่นบาส
    """,
)
BOMBER_JACKET = kind(
    "bomber_jacket",
    nouns="""
        飞行员夹克 | Bomber Jacket | áo khoác bomber | chaqueta bomber | แจ็คเก็ตบอมเบอร์
        棒球服夹克 | Baseball Bomber Jacket | áo khoác bóng chày | chaqueta bomber universitaria | แจ็คเก็ตบอมเบอร์เบสบอล
        夹克外套 | Bomber Jacket Coat | áo khoác bomber nam | cazadora bomber | เสื้อแจ็คเก็ตบอมเบอร์
    """,
    also="外套, 男装, 棒球服, 夹克, jacket, coat, outerwear, áo khoác, cazadora, casaca, เสื้อแจ็คเก็ต, เสื้อคลุม",
    fen=(4500, 18800),
    grams=(500, 1100),
    unit="件",
    materials="nylon polyester cotton pu",
    styles="street western korean retro",
    audiences="men women couples",
    palette="menswear",
    sizes="clothes",
    features="""
        立领 | Stand-collar | cổ đứng | de cuello alto | คอตั้ง
        加棉加厚 | Padded | lót bông dày | con acolchado | บุนวมหนา
        防风 | Windproof | chắn gió | cortaviento | กันลม
        刺绣 | Embroidered | thêu họa tiết | con bordado | ปักลาย
        拉链 | with Zipper | khóa kéo | con cremallera | มีซิป
        宽松 | Loose | dáng rộng | de corte holgado | ทรงหลวม
    """,
)
NECKTIE = kind(
    "necktie",
    nouns="""
        领带 | Necktie | cà vạt | corbata | เนคไท
        男士领带 | Men's Necktie | cà vạt nam | corbata de hombre | เนคไทผู้ชาย
        正装领带 | Formal Necktie | cà vạt lịch sự | corbata formal | เนคไททางการ
    """,
    also="领结, 男装配饰, 西装领带, tie, neck tie, ties, cravat, caravat, corbatas, เนกไท, ไทด์",
    fen=(480, 2800),
    grams=(45, 90),
    unit="条",
    materials="polyester silk cotton",
    styles="business korean retro minimal",
    audiences="men students",
    palette="menswear",
    sizes="gift",
    features="""
        提花 | Jacquard | dệt hoa văn | de jacquard | ทอลายแจ็คการ์ด
        条纹 | Striped | kẻ sọc | a rayas | ลายทาง
        新郎婚礼 | Groom Wedding | chú rể ngày cưới | de boda para novio | เจ้าบ่าวงานแต่ง
        窄版6cm | 6cm Slim | bản nhỏ 6cm | de 6 cm de ancho | หน้าแคบ 6 ซม.
        礼盒装 | with Gift Box | kèm hộp quà | con caja de regalo | พร้อมกล่องของขวัญ
        手打 | Hand-tied | thắt tay | para anudar a mano | แบบผูกเอง
    """,
)

SECTIONS = (
    Section(
        "womens_clothing",
        term("女装 | Women's Clothing | Thời trang nữ | Ropa de mujer | เสื้อผ้าผู้หญิง"),
        (
            Group(
                term("裙装 | Dresses and Skirts | Váy đầm | Vestidos y faldas | เดรสและกระโปรง"),
                (DRESS, PLEATED_SKIRT),
            ),
            Group(
                term(
                    "女士上衣裤装 | Women's Tops and Trousers | Áo và quần nữ | Prendas de mujer | เสื้อและกางเกงผู้หญิง"
                ),
                (BLOUSE, KNIT_SWEATER, TRENCH_COAT, JEANS),
            ),
        ),
    ),
    Section(
        "mens_clothing",
        term("男装 | Men's Clothing | Thời trang nam | Ropa de hombre | เสื้อผ้าผู้ชาย"),
        (
            Group(
                term("男士上衣 | Men's Tops | Áo nam | Prendas superiores | เสื้อผู้ชาย"),
                (T_SHIRT, DRESS_SHIRT, HOODIE, BOMBER_JACKET),
            ),
            Group(
                term(
                    "男裤配饰 | Men's Trousers and Accessories | Quần và phụ kiện nam | Pantalones y accesorios | กางเกงและเครื่องประดับชาย"
                ),
                (SHORTS, NECKTIE),
            ),
        ),
    ),
)
