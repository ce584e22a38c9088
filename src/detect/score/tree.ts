/** A leaf's value, or a fork: left if the feature is at most the threshold, else right. */
export type Tree = number | Fork
type Fork = readonly [feature: number, threshold: number, left: Tree, right: Tree]
