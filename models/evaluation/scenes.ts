/**
 * The locked evaluation drawings, composed by hand: manner | prompt | things.
 * A thing is `kind x y width height`: the middle of its foot and its size in panel units; kinds drawn over the whole
 * panel take no numbers or `dx dy`. `~` mirrors it. Panels are 960 x 540 unless the manner says otherwise.
 */
export const scenes = `
plain | mountains and a lake with pine trees, summer noon | mountain; lake; pine 120 420 90 180; pine 220 390 60 120; pine 860 450 100 210; sun 780 110 60 60
plain | a village by the road, sunset in autumn | hill; house 200 400 170 130; house 700 360 110 90; road; broadleaf 840 430 150 230; cumulus 300 150 200 90
plain | sea, beach and clouds, summer | sea; shore; cumulus 250 180 280 120; cumulus 650 140 180 80; boat 520 300 90 70; palm 840 470 180 300
plain | city at night, moon and river | skyline; moon 560 110 60 60; stars; river 0 40
plain | forest path in spring | broadleaf 110 480 200 330; broadleaf 250 400 120 200; path; bush 700 480 150 60; broadleaf 850 500 210 350; grass 420 510 160 40
plain | a house in the snow, pine trees, winter night | hill; house 480 400 160 120; pine 200 430 100 190; pine 780 450 120 220; moon 830 100 50 50; fence
plain | 橋と川、春の夜明け | river; bridge; mountain; broadleaf 90 400 110 170; cherry 850 410 160 190
plain | 田んぼと電柱、夏の入道雲 | paddy; wires; cumulus 600 250 420 200; mountain; person 380 450 30 90
plain | shrine gate at the top of stone steps, cedar trees | stairs 480 520 260 260; gate 480 260 220 170; pine 150 470 160 380; pine 820 480 170 400; lamp 300 500 60 110
plain | a lighthouse on the cliff above the sea | sea; cliff; lighthouse 150 190 70 170; cirrus; detail 600 180 140 60; rock 720 480 120 70
plain | a train passes a country station | rail ; station 680 430 360 190; train 300 430 330 110; wires; hill
plain | waterfall between cliffs, rocks below | waterfall; cliff; rock 340 490 140 80; rock 620 510 170 90; bush 800 480 130 50
ruler | village houses under mountains, morning | mountain; house 180 420 150 120; house 400 400 130 110; house 640 430 170 130; ground; sun 840 90 70 70
ruler | city skyline with a tower and a street | skyline; tower 500 310 90 240; road; lamp 140 480 70 230; cumulus 240 120 160 60
ruler | railway tracks to the horizon, power lines | rail; wires; ground; mountain; house 820 360 110 80
ruler | 港町、灯台と船 | sea; pier; boat 620 330 150 120; lighthouse 840 280 70 210; house 120 310 110 80; house 240 310 90 70
ruler | bridge over the river, trees | bridge; river; broadleaf 860 400 120 180; pine 70 400 90 170; hill
ruler | a farmhouse among fields, hills | field; farmhouse 560 360 260 170; hill; pine 820 370 80 150; cumulus 200 130 190 80
ruler | stone stairs with a wall and a lamp | stairs 500 500 300 300; wall; lamp 220 480 60 200; bush 820 500 140 60
ruler | station platform and train, clock tower | station 330 440 440 220; train 740 430 300 100; tower 860 300 70 220
ruler | rooftops in the evening, red sun | roof 160 500 260 140; roof 460 520 300 150; roof 780 500 280 130; sun 560 160 80 80; skyline
ruler | 棚田と農家、山 | paddy; mountain; farmhouse 760 330 190 130; path
ruler | crossroad with fence and power poles | road; fence; wires; house 150 360 150 110; cumulus 620 120 200 80
ruler | a gate in a wall, bamboo behind | wall; gate 470 440 200 170; bamboo 240 420 240 360; ground; unknown 800 480 130 70
hairy | lake with a boat, pier and forest | lake; boat 400 370 110 90; pier; forest; cumulus 700 120 200 90
hairy | big tree on a hill, summer | hill; broadleaf 430 360 230 300; cumulus 760 150 220 100; grass 620 460 160 40; person 560 380 30 80
hairy | rocky shore and stormy sea, dark clouds | stormcloud; sea; rock 200 480 200 110; rock 420 500 130 70; boat 700 300 90 70
hairy | 竹林の道 | bamboo 170 540 280 520; bamboo 780 540 300 520; path; lamp 560 420 50 100
hairy | cherry trees along the river | cherry 150 400 220 260; cherry 830 420 240 280; river; bridge; person 330 430 28 80
hairy | mountain stream with waterfall and pine trees | mountain; waterfall; pine 180 440 110 240; pine 800 450 120 250; rock 420 500 130 70; river
hairy | field of flowers with a house | hill; house 660 350 140 110; flowers 200 500 180 90; flowers 420 510 200 100; cumulus 260 140 200 80; fence
hairy | crescent moon and stars over the village | moon 720 100 60 60; stars; house 220 420 140 110; house 440 430 120 100; pine 840 440 90 190; ground
hairy | meadow with bushes, clouds like feathers | cirrus; hill; bush 200 470 170 70; bush 480 490 200 80; grass 760 500 200 50; flowers 620 500 120 70
hairy | 海辺、ヤシの木、船 | sea; palm 130 500 200 340; palm 280 520 180 320; shore; boat 640 290 100 80; sun 760 130 70 70
hairy | old castle tower above the forest | tower 500 290 160 220; forest; mountain; cumulus 180 120 180 70
hairy | girl on the stairs | stairs 420 520 260 330; person 400 400 50 140; wall; fence; broadleaf 800 420 190 260
oneline | sailing boats on the sea, sun | sea; boat 250 320 130 110; boat 600 310 90 80; sun 800 100 70 70; cumulus 420 130 200 80
oneline | pine forest and mountains | mountain; pine 100 450 110 210; pine 240 430 90 170; pine 370 450 120 220; pine 820 460 130 240
oneline | house with trees and a path | house 480 390 190 150; broadleaf 180 420 160 220; broadleaf 800 430 170 230; path; hill
oneline | shrine gate, moon | gate 480 440 260 230; moon 800 100 70 70; stars; pine 140 460 130 270; path
oneline | 灯台、海、夕日 | sea; lighthouse 760 300 80 220; cliff; sun 300 260 90 50; cumulus 500 140 190 80
oneline | windmill and flowers, spring | tower 640 350 180 260; flowers 180 490 200 100; field; cumulus 250 130 200 80; hill
oneline | bridge and rocks, river | bridge; rock 180 500 140 80; rock 800 500 160 90; river; forest
oneline | people under a cherry tree | cherry 460 430 330 360; person 700 460 50 140; person 780 460 45 130; ground
oneline | street lamps by the lake at night | lake; lamp 160 460 80 260; lamp 800 450 80 250; moon 480 100 60 60; fence
oneline | bushes, rocks and a stream in the forest | forest; bush 160 460 150 60; bush 780 480 180 70; rock 400 500 150 80; river
oneline | palm beach | shore; palm 200 480 210 350; palm 760 500 230 370; sea; rock 520 500 110 60; detail 300 120 150 60
oneline | unfinished notes over hills | hill; unknown 240 180 160 100; unknown 700 200 140 110; broadleaf 520 400 130 170
paint | mountains, lake and pines, day | sky; mountain; lake; pine 110 430 120 230; pine 250 400 100 190; pine 840 450 140 260; sun 760 100 70 70
paint | house with a red roof, green field | sky; ground; house 480 390 230 170; broadleaf 800 410 190 250; cumulus 220 130 220 90; path
paint | boat on the blue sea, white clouds | sea; boat 460 340 170 130; cumulus 260 160 280 120; cumulus 740 130 200 90; shore
paint | city at dusk | sky; skyline; moon 760 90 60 60; road; tower 300 320 110 260
paint | autumn forest, river | forest; river; rock 200 500 150 80; broadleaf 820 440 180 250; hill
paint | 桜と橋 | cherry 180 410 260 290; cherry 820 430 270 300; bridge; river; sky
paint | rice fields, farmhouse, thunderhead | paddy; farmhouse 720 330 240 160; cumulus 360 240 420 200; mountain
paint | desert road, cliff, sun | road; cliff; ground; sun 480 150 90 90; rock 760 490 160 90
paint | lighthouse and rough weather | stormcloud; lighthouse 620 320 100 260; sea; rock 420 460 220 120
paint | snowy rooftops | roof 200 500 320 170; roof 560 520 360 180; pine 860 440 130 270; mountain; moon 700 90 60 60
paint | red torii, stairs and pines | gate 480 300 260 210; stairs 480 520 280 240; pine 140 480 170 380; pine 830 490 180 390
paint | train by the wall, summer | train 480 400 480 140; wall; rail; cumulus 700 130 240 100; bush 120 480 170 70
shaky | a lonely house by the sea | sea; house 700 330 150 120; shore; cumulus 280 140 220 90; fence
shaky | mountain path with pines, fog | mountain; path; pine 150 440 110 220; pine 780 450 120 240; rock 600 490 120 70
shaky | 駅と線路、夕方 | station 620 420 380 200; rail; wires; mountain; person 300 440 36 110
shaky | park with trees and people, fence | broadleaf 180 420 190 260; broadleaf 760 430 200 270; person 420 460 44 130; person 500 460 40 120; fence; path
shaky | waterfall in the forest | waterfall; forest; rock 300 490 150 80; rock 660 500 160 90; pine 860 460 120 260
shaky | wheat field, farmhouse and high clouds | field; farmhouse 300 330 220 140; cirrus; hill; tower 820 330 90 170
shaky | night sky over the lake | stars; moon 220 90 60 60; lake; forest; boat 520 390 100 70
shaky | street with power poles and houses, rain | road; wires; house 160 400 190 150; house 820 410 200 160; detail 460 380 700 300; lamp 350 430 50 170
shaky | bamboo and stone lantern | bamboo 220 540 330 520; lamp 620 460 80 160; rock 760 480 130 70; path; wall
shaky | pier and boats, evening | pier; sea; boat 260 360 140 110; boat 760 340 110 90; sun 500 240 80 40
shaky | cliff by the sea, birds | cliff; sea; detail 560 160 180 60; cumulus 700 130 180 70; grass 130 180 120 30
shaky | 花畑と風車 | flowers 180 500 220 110; flowers 440 510 240 120; tower 740 380 200 270; hill; cumulus 260 130 200 90
marker | mountain and sun | mountain; sun 760 110 90 90; ground
marker | two trees and a house | broadleaf 180 430 200 270; house 500 420 230 180; pine 830 440 150 280; ground
marker | boat and waves | sea; boat 480 340 230 180; cumulus 220 140 240 100
marker | road into the hills | road; hill; cumulus 680 140 240 100; fence
marker | 月と星と山 | moon 700 110 80 80; stars; mountain; lake
marker | a big palm, the beach | palm 300 500 260 430; shore; sea; sun 760 110 90 90
marker | train crossing a bridge | bridge; train 480 340 420 110; river
marker | flowers and grass | flowers 260 490 280 150; grass 640 500 280 70; sun 800 100 90 90; bush 480 440 200 80
marker | castle and gate | tower 640 340 220 300; gate 300 460 230 200; wall; ground
marker | city, storm | skyline; stormcloud; road
marker | person at the station | person 300 470 60 190; station 640 430 420 220; rail
marker | waterfall and cherry | waterfall; cherry 800 450 270 310; rock 300 490 180 100; cliff
coloured | countryside in spring: cherry, river, house | cherry 160 420 220 260; river; house 680 370 160 130; hill; sun 820 90 60 60
coloured | harbour with pier, boats, lighthouse and houses | sea; pier; boat 300 340 130 110; lighthouse 800 300 80 230; house 600 300 110 80; house 480 300 90 70
coloured | green rice paddies and blue mountains | paddy; mountain; cumulus 640 140 230 100; farmhouse 200 330 170 110
coloured | rainy street at night with lamps | road; lamp 150 470 80 270; lamp 820 460 80 260; house 330 380 160 130; detail 480 400 700 300; stormcloud
coloured | grassland, rocks, wide sky | sky; grass 200 480 240 60; grass 640 500 260 60; rock 420 480 160 90; cirrus; hill
coloured | 線路と踏切、フェンス、夏の雲 | rail; fence; cumulus 640 200 360 170; wires; bush 160 460 170 70
coloured | forest lake with reflections, pines | forest; lake; pine 120 450 120 240; pine 840 460 130 260; boat 520 390 110 80
coloured | stone wall, steps, bamboo | wall; stairs 620 500 240 240; bamboo 200 540 280 500; lamp 400 470 60 130
coloured | snow village in the mountains at night | mountain; house 200 430 180 140; house 480 410 150 120; house 720 440 190 150; moon 860 80 56 56; pine 880 440 100 210
coloured | flower meadow below the cliffs | cliff; flowers 300 490 240 120; flowers 620 500 240 120; grass 800 510 180 50; waterfall
coloured | old town roofs and a pagoda | roof 180 490 280 150; roof 520 510 300 150; tower 780 420 200 330; cumulus 360 130 220 90
coloured | tropical beach, palms, sailing boat | sea; shore; palm 150 500 210 360; boat 600 310 120 110; sun 800 110 80 80; rock 440 500 130 70
fast | hills, tree, clouds | hill; broadleaf 620 400 200 270; cumulus 250 150 240 100; cumulus 480 110 150 60; ground
fast | 海と崖と灯台 | sea; cliff; lighthouse 820 250 80 200; cirrus; sun 520 200 70 70
fast | village road with a fence and flowers | road; fence; house 180 380 180 140; flowers 760 500 180 90; broadleaf 820 380 150 200
fast | boats at the pier | pier; boat 240 360 150 120; boat 720 380 170 130; sea; detail 420 130 160 60
fast | field with a path to the farmhouse | field; path; farmhouse 620 330 230 150; forest; sun 200 110 70 70
fast | bridge in the gorge | bridge; cliff; river; pine 820 320 90 170; cumulus 500 110 180 70
fast | rails, station, poles in winter | rail; station 260 420 340 180; wires; pine 820 420 110 230; mountain
fast | people by the lake | lake; person 180 470 46 140; person 260 470 42 130; broadleaf 800 420 200 270; forest
fast | tower in the night city | skyline; tower 520 400 170 330; stars; moon 820 90 60 60; bridge
fast | garden: bush, rocks, lantern, bamboo | bush 180 470 180 70; bush 420 490 150 60; rock 600 500 150 80; lamp 720 480 70 150; bamboo 860 540 170 480
fast | shrine on the hill | hill; gate 420 330 180 150; stairs 420 500 160 170; pine 700 360 110 220; cherry 180 380 180 200
fast | storm over the fields | stormcloud; field; wires; house 740 350 130 100; unknown 180 200 150 90
`
