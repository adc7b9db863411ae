import { definePass, plainRecipe } from './pass.ts'

/** From a take and what was drawn over it: twice the size, with more detail. */
export const second = definePass('second', {
  worksOver: true,
  recipe: (material) => ({ ...plainRecipe(material, 2), over: material.over }),
})
