// What tells a method from the others, for tables and lists: its colour and its mark, as they stand in the legend of the first chart (MethodSign.razor).

/**
 * A piece of a method's line with its mark.
 * @param {ParentNode} page holds the legend
 * @param {number} place the method's place in the comparison
 */
export const methodSign = (page, place) => page.querySelector(`[data-method="${place}"] > svg`).cloneNode(true);
