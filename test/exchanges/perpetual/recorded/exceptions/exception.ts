/** Fields that we and a peer read differently for a reason. */
export interface Exception {
  /** The cases: id, or what their ids begin with. */
  readonly recorded: string
  readonly peer?: string
  /** Our name of the field; `row` where only one side reads a row. */
  readonly field: string
  readonly reason: string
  /** Who else reads it as we do, or what shows that the value is none: the field does not count as a difference. */
  readonly source?: string
}

/** Why a dated future is left out. */
export const dated = 'a dated future, which is no perpetual: its price may stand percents off the index'
