// Where a chart is drawn (Components/Charts/ChartPlot.razor). On a page with a circuit that is a component's element, in which it draws an empty figure first:
// who draws there before it has would be drawn over.

/**
 * Acts when the place can be drawn in.
 * @param {HTMLElement} stage what holds the place, and says whether it stands
 * @param {() => void} act
 */
export function whenStanding(stage, act) {
  const isStanding = () => 'stands' in stage.dataset;
  if (isStanding()) {
    act();
    return;
  }
  const observer = new MutationObserver(() => {
    if (!isStanding()) return;
    observer.disconnect();
    act();
  });
  observer.observe(stage, { attributes: true, attributeFilter: ['data-stands'] });
}
