import type { Take } from '#db/board/ledger.ts'
import type { Recipe } from '#models/generator.ts'
import { first } from './first.ts'
import type { Material, Pass } from './pass.ts'
import { second } from './second.ts'

const passes: { [Name in Take['pass']]: Pass<Name> } = { first, second }

export const passNames = Object.keys(passes) as [Take['pass'], ...Take['pass'][]]

export const passOf = (name: Take['pass']): Pass => passes[name]

/** The same take and material give the same recipe, always. */
export function recipeFor(material: Material): Recipe {
  return passOf(material.take.pass).recipe(material)
}
