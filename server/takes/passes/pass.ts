import type { Take } from '#db/board/ledger.ts'
import { fitPicture } from '#db/board/sheet.ts'
import type { Layout, Recipe } from '#models/generator.ts'

/** Everything that a take was made from, read from where it is kept. */
export type Material = {
  take: Take
  layout: Layout
  /** PNG of the layout. */
  drawing: Uint8Array
  over: Recipe['over']
}

/** One kind of generation. */
export type Pass<Name extends Take['pass'] = Take['pass']> = {
  name: Name
  /** It works over a finished take, the `parent`. */
  worksOver: boolean
  recipe(material: Material): Recipe
}

export function definePass<const Name extends Take['pass']>(
  name: Name,
  pass: Omit<Pass<Name>, 'name'>,
): Pass<Name> {
  return { name, ...pass }
}

/** What passes have in common; `scale` multiplies the size of a first pass. */
export function plainRecipe({ take, layout, drawing }: Material, scale: number): Recipe {
  const { model, pass, prompt, style, follow, seed, variation } = take
  return {
    ...{ model, pass, prompt, style, follow, seed, variation, layout, drawing },
    ...fitPicture(layout, scale),
    over: null,
    corrections: {},
  }
}
