import { overlap, type Box } from '../placement/box.ts'

/** What exchanges call their order forms, order books and balances. */
const named = [
  'orderform',
  'order-form',
  'order_form',
  'orderbook',
  'order-book',
  'placeorder',
  'place-order',
]
  .flatMap((name) => ['id', 'class', 'name', 'data-testid'].map((attribute) => `[${attribute}*="${name}" i]`))
  .join(',')

/** The start of a button's text on an order form. */
const trade = /^\s*(buy|sell|long|short|買|売|現物買|現物売)/i

/** How far above an input its form is looked for. */
const CLIMB = 8

/** A box larger than this share of the window is a whole layout, not a region of it. */
const LARGEST = 0.5

/**
 * Boxes of the page the banner never covers: order forms (named so, or an input beside a
 * buy or sell button), order books and the navigation at the top.
 */
export function takenRegions(page: Document): readonly Box[] {
  const frame = { left: 0, top: 0, width: innerWidth, height: innerHeight }
  const elements = new Set<Element>([...page.querySelectorAll(named), ...unnamedForms(page)])
  const regions = [...elements]
    .map(boxOf)
    .filter((box) => overlap(box, frame) > 0 && box.width * box.height < LARGEST * frame.width * frame.height)
  const navigation = [...page.querySelectorAll('header, nav, [role=navigation], [role=banner]')]
    .map(boxOf)
    .filter((box) => box.top <= 60 && box.width > frame.width / 2 && box.height > 0 && box.height < 140)
  return outermost([...regions, ...navigation])
}

/** The nearest ancestor of each input that also holds a buy or sell button. */
function unnamedForms(page: Document): readonly Element[] {
  const found = new Set<Element>()
  for (const input of page.querySelectorAll(
    'input:not([type=checkbox],[type=radio],[type=hidden],[type=search])',
  )) {
    let form = input.parentElement
    for (let step = 0; form && step < CLIMB && !holdsTrade(form); step++) form = form.parentElement
    if (form && form !== page.body && holdsTrade(form)) found.add(form)
  }
  return [...found]
}

function holdsTrade(element: Element): boolean {
  return [...element.querySelectorAll('button, [role=button], [type=submit]')].some((button) =>
    trade.test(button.textContent ?? ''),
  )
}

function boxOf(element: Element): Box {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { left, top, width, height }
}

/** Drops boxes that lie inside another: fewer candidates, the same places. */
function outermost(boxes: readonly Box[]): readonly Box[] {
  return boxes.filter((box, i) => {
    const area = box.width * box.height
    return !boxes.some(
      (other, j) => j !== i && overlap(box, other) === area && (other.width * other.height > area || j < i),
    )
  })
}
