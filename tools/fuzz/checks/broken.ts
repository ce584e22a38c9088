/** What a message led to that must never be. */
export class Broken extends Error {
  override readonly name = 'Broken'
}

/** @throws Broken where it does not hold */
export function expectThat(holds: boolean, what: string): void {
  if (!holds) throw new Broken(what)
}
