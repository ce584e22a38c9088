/** Actions and queries on a page in happy-dom. */

/** Waits until storage, query results and the rendering that follows have settled. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 3; i++) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}

/** The single element that matches a selector. Throws where there is none. */
export function findOne(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`Nothing matches ${selector}`)
  return found
}

/** The control with an accessible name. Throws where there is none. */
export function findByName(name: string): HTMLElement {
  const controls = [...document.querySelectorAll<HTMLElement>('input, select, button')]
  const found = controls.find((control) => nameOf(control) === name)
  if (!found) throw new Error(`No control is called ${name}`)
  return found
}

function nameOf(control: HTMLElement): string {
  const [label] = (control as HTMLInputElement).labels ?? []
  const title = label?.querySelector('b') ?? label
  return control.getAttribute('aria-label') ?? (title ?? control).textContent.trim()
}

/** Clicks a control, which also focuses it. */
export async function click(control: HTMLElement): Promise<void> {
  control.focus()
  control.click()
  await settle()
}

/** Enters text into a field and leaves it, or submits its form. */
export async function typeInto(
  field: HTMLElement,
  text: string,
  end: 'change' | 'submit' = 'change',
): Promise<void> {
  if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
  if (end === 'change') field.dispatchEvent(new Event('change', { bubbles: true }))
  else field.closest('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
  await settle()
}

export function textsOf(selector: string): readonly string[] {
  return [...document.querySelectorAll(selector)].map((element) =>
    element.textContent.replace(/\s+/g, ' ').trim(),
  )
}
