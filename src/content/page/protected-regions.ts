import { overlap, type Box } from '../placement/box.ts'

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

/** Start of the label of a buy or sell button. */
const tradeButtonText = /^\s*(buy|sell|long|short|買|売|現物買|現物売)/i

/** Number of ancestors of an input that are checked for a buy or sell button. */
const maxAncestors = 8

/** A box larger than this share of the window is a page layout, not a region of it. */
const maxWindowShare = 0.5

/**
 * Boxes of the page that the banner must not cover: order forms (by name, or an input near a buy or sell button),
 * order books, dialogs and the navigation at the top.
 */
export function protectedRegions(page: Document): readonly Box[] {
  const frame = { left: 0, top: 0, width: innerWidth, height: innerHeight }
  const elements = new Set<Element>([...page.querySelectorAll(regionSelector), ...unnamedForms(page)])
  const regions = [...elements]
    .map(boxOf)
    .filter(
      (box) =>
        overlap(box, frame) > 0 && box.width * box.height < maxWindowShare * frame.width * frame.height,
    )
  const navigation = [...page.querySelectorAll('header, nav, [role=navigation], [role=banner]')]
    .map(boxOf)
    .filter((box) => box.top <= 60 && box.width > frame.width / 2 && box.height > 0 && box.height < 140)
  return outermost([...regions, ...navigation])
}

/** The nearest ancestor of each input that also contains a buy or sell button. */
function unnamedForms(page: Document): readonly Element[] {
  const found = new Set<Element>()
  for (const input of page.querySelectorAll(
    'input:not([type=checkbox],[type=radio],[type=hidden],[type=search])',
  )) {
    let form = input.parentElement
    for (let step = 0; form && step < maxAncestors && !hasTradeButton(form); step++) form = form.parentElement
    if (form && form !== page.body && hasTradeButton(form)) found.add(form)
  }
  return [...found]
}

function hasTradeButton(element: Element): boolean {
  return [...element.querySelectorAll('button, [role=button], [type=submit]')].some((button) =>
    tradeButtonText.test(button.textContent ?? ''),
  )
}

function boxOf(element: Element): Box {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { left, top, width, height }
}

/** Removes boxes inside other boxes: fewer candidates, same result. */
function outermost(boxes: readonly Box[]): readonly Box[] {
  return boxes.filter((box, i) => {
    const area = box.width * box.height
    return !boxes.some(
      (other, j) => j !== i && overlap(box, other) === area && (other.width * other.height > area || j < i),
    )
  })
}
