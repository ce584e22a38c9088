import { ancestorsOf } from './line.ts'

const controls = 'a[href], button, input, select, textarea, summary, [tabindex], audio[controls], iframe'

/** Names of the controls that Tab should reach, in document order. */
export function tabStopsOf(root: Element): string[] {
  return [...root.querySelectorAll<HTMLElement>(controls)].filter(isStop).map(nameOf)
}

function isStop(element: HTMLElement): boolean {
  const hidden = !element.checkVisibility({ visibilityProperty: true })
  if (hidden || element.tabIndex < 0 || element.matches(':disabled') || element.closest('[inert]'))
    return false
  return !(element instanceof HTMLInputElement) || element.type !== 'radio' || isStopOfGroup(element)
}

/** A radio group has one tab stop: the checked button, else the first. */
function isStopOfGroup(radio: HTMLInputElement): boolean {
  const group = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(
    ({ name, form }) => name === radio.name && form === radio.form,
  )
  return (group.find(({ checked }) => checked) ?? group[0]) === radio
}

/** The focused control and whether its focus is visible; null where no control has the focus. */
export function focusedControl(): { readonly name: string; readonly shown: boolean } | null {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  if (!(element instanceof HTMLElement) || element === document.body) return null
  return {
    name: nameOf(element),
    shown: isInView(element) && ancestorsOf(element).slice(0, 3).some(isMarked),
  }
}

/** Whether an element shows the focus; some controls leave that to an ancestor. */
function isMarked(element: Element): boolean {
  const { outlineStyle, outlineWidth } = getComputedStyle(element)
  if (!element.matches(':focus-within')) return false
  return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1
}

function isInView(element: Element): boolean {
  const { top, bottom, left, right } = element.getBoundingClientRect()
  return bottom > 0 && right > 0 && top < innerHeight && left < innerWidth
}

let count = 0
const names = new WeakMap<Element, string>()

/** A name that is unique and readable. */
function nameOf(element: HTMLElement): string {
  const known = names.get(element)
  if (known !== undefined) return known
  const text = element.ariaLabel ?? (element.innerText.trim() || element.id || element.className)
  const name = `${++count} ${element.localName} ${text.replace(/\s+/g, ' ').slice(0, 40)}`
  names.set(element, name)
  return name
}
