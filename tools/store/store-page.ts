import { readFileSync } from 'node:fs'
import type { Lang } from '../../src/shared/languages.ts'

/** The parts of `store/LANGUAGE.md`, by their headings, which are in English in each. */
export const partNames = [
  'Name',
  'Summary',
  'Single purpose',
  'Description',
  'Search terms',
  'Permissions',
  'Remote code',
  'Data use',
  'Privacy policy',
  'Captions',
] as const
export type PartName = (typeof partNames)[number]

/** What the forms of the stores ask for in one language. */
export interface StorePage {
  readonly language: Lang
  /** Text of each part. */
  readonly parts: Readonly<Record<PartName, string>>
  /** Why each permission is needed, by its name as in the manifest, or `host permissions`, `content script`. */
  readonly permissions: ReadonlyMap<string, string>
  /** Lines of search terms, and captions of the pictures. */
  readonly terms: readonly string[]
  readonly captions: readonly string[]
}

/** The texts below headings of a level, in order. */
function sections(text: string, level: string): Map<string, string> {
  const pieces = `\n${text}`.split(`\n${level} `).slice(1)
  return new Map(
    pieces.map((piece) => {
      const [heading = '', ...body] = piece.split('\n')
      return [heading.replaceAll('`', '').trim(), body.join('\n').trim()]
    }),
  )
}

const listOf = (text: string) => [...text.matchAll(/^- (.+)$/gm)].map(([, line]) => line!)

/**
 * Reads a store page.
 *
 * @throws Error where a part is missing, unknown or in another place
 */
export function parseStorePage(language: Lang, text: string): StorePage {
  const found = sections(text, '#')
  const order = [...found.keys()].join(', ')
  if (order !== partNames.join(', '))
    throw new Error(`store/${language}.md has the parts ${order}: not ${partNames.join(', ')}`)
  const parts = Object.fromEntries(found) as Record<PartName, string>
  return {
    language,
    parts,
    permissions: sections(parts.Permissions, '##'),
    terms: listOf(parts['Search terms']),
    captions: listOf(parts.Captions),
  }
}

/** Reads `store/LANGUAGE.md`. @throws Error as parseStorePage */
export const readStorePage = (language: Lang): StorePage =>
  parseStorePage(language, readFileSync(`store/${language}.md`, 'utf8'))
