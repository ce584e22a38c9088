import type { Row, WireError } from '../../market/row.ts'

/** A row of any market: those of perpetual contracts are a list of their own. */
export interface AnyRow {
  readonly type: string
}

/** A row of one type before validation: its keys are checked by the compiler, its values by nobody yet. */
export type Raw<R extends AnyRow> = { readonly type: R['type'] } & RawValues<R>

/** What an adapter may say of a row besides its type; of an error also its code. */
export type RawValues<R extends AnyRow> = Readonly<Partial<Record<RawKey<R>, unknown>>>

type RawKey<R extends AnyRow> = Exclude<keyof R, 'type'> | (R extends WireError ? 'code' : never)

type RawOf<R extends Row> = R extends Row ? Raw<R> : never

/** What an adapter makes of one entry on the wire; `validateRow` turns it into a valid `Row` or drops it. */
export type RawRow = RawOf<Row>

/** A row under construction. */
export type Writable<T> = { -readonly [K in keyof T]: T[K] }
