import { area, overlap, type Box } from '../placement/box.ts'
import { mergeRegions } from '../placement/merge-regions.ts'
import { boxOf, parentOf } from './unshadowed.ts'

/** Order forms and order books by the names that exchanges give them, and dialogs: some confirm an order. */
const regionSelector = [
  'orderform',
  'order-form',
  'order_form',
  'orderbook',
  'order-book',
  'placeorder',
  'place-order',
]
  .flatMap((name) => ['id', 'class', 'name', 'data-testid'].map((attribute) => `[${attribute}*="${name}" i]`))
  .concat('dialog[open]')
  .join(',')

/** Inputs that may take the amount or price of an order. */
const inputSelector = 'input:not([type=checkbox],[type=radio],[type=hidden],[type=search])'

/** Start of the label of a buy or sell button. */
const tradeButtonText = /^\s*(buy|sell|long|short|買|売|現物買|現物売)/i

/** Number of ancestors of an input that are checked for a buy or sell button. */
const maxAncestors = 8

/** Elements and inputs of a page that are looked at; a page of more hides its order form from us, not us from it. */
const maxElements = 1_000
/** Levels above a button in which its form is. */
const maxLevels = 40

/** A box larger than this share of the window is a page layout, not a region of it. */
const maxWindowShare = 0.5

/** The elements of a page that the banner may have to keep off. */
export interface ProtectedElements {
  /** Order forms (by name, or an input near a buy or sell button), order books and dialogs. */
  readonly regions: readonly Element[]
  readonly navigation: readonly Element[]
}

/** Searches the whole page for them: of a page of ten thousand elements that takes some milliseconds. */
export function protectedElements(page: Document): ProtectedElements {
  return {
    regions: [...new Set([...firstOf(page, regionSelector), ...unnamedForms(page)])],
    navigation: firstOf(page, 'header, nav, [role=navigation], [role=banner]'),
  }
}

/** Boxes that the banner must not cover: of regions in the window, and of the navigation at the top of the page. */
export function protectedRegions(elements: ProtectedElements): readonly Box[] {
  const frame = { left: 0, top: 0, width: innerWidth, height: innerHeight }
  const regions = elements.regions
    .map(boxOf)
    .filter((box) => overlap(box, frame) > 0 && area(box) < maxWindowShare * area(frame))
  const navigation = elements.navigation
    .map(boxOf)
    .filter((box) => box.top <= 60 && box.width > frame.width / 2 && box.height > 0 && box.height < 140)
  return mergeRegions([...regions, ...navigation])
}

const firstOf = (page: Document, selector: string) =>
  [...page.querySelectorAll(selector)].slice(0, maxElements)

/** The nearest ancestor of each input that also contains a buy or sell button. */
function unnamedForms(page: Document): Iterable<Element> {
  const withTradeButton = new Set<Element>()
  for (const button of firstOf(page, 'button, [role=button], [type=submit]'))
    if (tradeButtonText.test(button.textContent ?? ''))
      for (const above of ancestors(button, maxLevels)) withTradeButton.add(above)
  const found = new Set<Element>()
  if (withTradeButton.size > 0)
    for (const input of firstOf(page, inputSelector)) {
      const form = ancestors(input, maxAncestors).find((each) => withTradeButton.has(each))
      if (form && form !== page.body) found.add(form)
    }
  return found
}

/** Ancestors of an element, from its parent up, as many as asked for. */
function ancestors(element: Element, count: number): readonly Element[] {
  const found: Element[] = []
  for (let each = parentOf(element); each && found.length < count; each = parentOf(each)) found.push(each)
  return found
}
