import type { Scene } from '../../scene.ts'
import { Pen } from './pen.ts'

export const countryside: Record<string, () => Scene> = {
  summer() {
    const p = new Pen(1)
    p.cloud(620, 300, 480, 250).cloud(130, 130, 180, 50)
    p.next().line('mountain', [
      [0, 300],
      [120, 275],
      [260, 305],
      [400, 270],
      [560, 300],
      [760, 280],
      [960, 305],
    ])
    p.next().line('field', [
      [0, 345],
      [300, 342],
      [960, 345],
    ])
    p.house(520, 395, 46, { roof: '#c8563c' }).house(600, 405, 52).house(690, 398, 44, { roof: '#48708c' })
    p.next().line('hill', [
      [0, 380],
      [250, 405],
      [480, 455],
      [700, 450],
      [960, 420],
    ])
    p.next()
      .line('path', [
        [440, 450],
        [400, 490],
        [260, 545],
      ])
      .line('path', [
        [456, 450],
        [440, 500],
        [380, 545],
      ])
    p.pine(60, 405, 300).pine(160, 415, 220).pine(240, 425, 140)
    return p.scene({ hour: 'noon', season: 'summer' })
  },
  lake() {
    const p = new Pen(2)
    p.next().oval('sun', 780, 80, 32)
    p.next().line('mountain', [
      [0, 240],
      [110, 175],
      [250, 75],
      [340, 160],
      [410, 130],
      [530, 240],
    ])
    p.next().line('mountain', [
      [440, 215],
      [620, 110],
      [790, 215],
      [960, 175],
    ])
    p.next().line('ground', [
      [0, 280],
      [960, 276],
    ])
    p.next().oval('lake', 470, 380, 280, 52)
    p.pine(60, 330, 120).pine(150, 325, 100).pine(860, 400, 220)
    p.tree(300, 320, 90).tree(800, 330, 110)
    return p.scene({ hour: 'morning' })
  },
  snow() {
    const p = new Pen(3)
    p.next().oval('moon', 720, 90, 30)
    p.next().line('mountain', [
      [0, 250],
      [150, 150],
      [300, 240],
      [460, 160],
      [620, 250],
      [800, 190],
      [960, 250],
    ])
    p.next().line('hill', [
      [0, 300],
      [220, 280],
      [480, 305],
      [700, 285],
      [960, 300],
    ])
    p.next().line('hill', [
      [0, 400],
      [360, 375],
      [960, 430],
    ])
    p.house(390, 370, 110).house(560, 345, 70)
    p.pine(150, 430, 240).pine(820, 460, 270).pine(730, 400, 150)
    return p.scene({ hour: 'night', season: 'winter', weather: 'snow' })
  },
  autumn() {
    const p = new Pen(4)
    p.next().line('hill', [
      [0, 320],
      [300, 290],
      [620, 300],
      [960, 270],
    ])
    p.tree(180, 420, 300).tree(420, 350, 130).tree(760, 430, 260).tree(900, 340, 110)
    p.next().line('forest', [
      [0, 285],
      [60, 262],
      [120, 280],
      [200, 255],
      [290, 280],
      [380, 262],
    ])
    p.next().line('bush', [
      [540, 400],
      [550, 365],
      [590, 352],
      [640, 365],
      [650, 400],
    ])
    return p.scene({ hour: 'golden', season: 'autumn' })
  },
}
