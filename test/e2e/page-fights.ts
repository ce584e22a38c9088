// What pages do to foreign elements, as source text that runs in the page.

/** The banner's element: the only one of its kind beside head and body. */
export const host = `document.querySelector('html > div')`

/** What a page does once; the banner must be visible again within a second, each time. */
export const fights: readonly (readonly [name: string, deed: string])[] = [
  ['takes it out', `${host}.remove()`],
  ['moves it into a hidden part of its own', `document.querySelector('#halted').append(${host})`],
  ['makes it inert', `${host}.inert = true`],
  [
    'lays something of the highest order over it',
    `document.documentElement.append(Object.assign(document.createElement('aside'), {
       style: 'position: fixed; inset: 0; z-index: 2147483647; background: #000' }))`,
  ],
]

/** What a page may do any number of times. */
export const harmless: readonly (readonly [name: string, deed: string])[] = [
  [
    'hides it by its own styles',
    `document.head.append(Object.assign(document.createElement('style'), {
       textContent: 'html > div { display: none !important; opacity: 0 !important; z-index: -1 !important }' }))`,
  ],
  [
    'hides it by its attributes',
    `Object.assign(${host}, { hidden: true }).style.cssText =
       'display: none !important; visibility: hidden !important; transform: scale(0) !important; clip-path: inset(50%)'`,
  ],
  [
    'floods it and its own tree with changes',
    `(() => {
       const flood = setInterval(() => {
         for (let i = 0; i < 300; i++) ${host}?.setAttribute('data-i', i)
         for (let i = 0; i < 100; i++) {
           const mark = document.createElement('mark')
           document.documentElement.append(mark)
           mark.remove()
         }
       }, 20)
       setTimeout(() => clearInterval(flood), 2000)
     })()`,
  ],
]

/**
 * Whether the element is in place, and topmost at a point of the window, within a second. Where the page's own
 * timers are late on a busy machine, it has that much longer.
 */
const isBackAt = (x: number, y: number) => `new Promise((done) => {
  let late = Infinity
  setTimeout(() => (late = performance.now() + 400), 600)
  const isBack = () => {
    const it = ${host}
    const shown = it?.parentNode === document.documentElement && !it.inert
    return shown && document.elementFromPoint(${x}, ${y}) === it
  }
  const look = () => {
    if (isBack()) done(true)
    else if (performance.now() > late) done(false)
    else requestAnimationFrame(look)
  }
  look()
})`

/** Runs something and returns whether the banner is back within a second. */
export const withstood = (deed: string, x: number, y: number) => `(${deed}, ${isBackAt(x, y)})`
