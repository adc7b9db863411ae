import { definePass, plainRecipe } from './pass.ts'

/** From the layout: reads what was drawn, and paints it. */
export const first = definePass('first', {
  worksOver: false,
  recipe: (material) => plainRecipe(material, 1),
})
