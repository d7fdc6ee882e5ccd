// An element that shows something live. One of its own and no component, so that what it shows comes and goes with the page however it is
// rendered: by a circuit, before there is one, after it was lost, or on a page that has none.

/** How long a view outlives its element: a prerendered page is replaced by its interactive twin, which takes it over. */
const afterlife = 3000;

/** @typedef {{element: HTMLElement, start: () => void, moved: () => void, dispose: () => void}} LiveView */

/**
 * Makes an element's class.
 * @param {string} idAttribute the attribute with the id of what it shows; without one it only gets ready to show something
 * @param {(id: string, element: HTMLElement) => Promise<LiveView>} open makes a view of it
 * @param {() => Promise<any>} prepare loads what views stand on
 */
export function liveElement(idAttribute, open, prepare) {
  /** @type {Map<HTMLElement, Mounted>} */
  const mounted = new Map();
  /** @type {Map<string, Mounted>} */
  const orphans = new Map();

  /** @typedef {{id: string, view: Promise<LiveView>, timer: number}} Mounted */

  async function mount(element, id) {
    if (mounted.get(element)?.id === id) return;
    unmount(element);
    const entry = orphans.get(id) ?? { id, view: start(id, element), timer: 0 };
    const isOrphan = orphans.delete(id);
    clearTimeout(entry.timer);
    mounted.set(element, entry);
    const view = await entry.view;
    if (mounted.get(element) !== entry) return;
    // a view of something else may still be there
    element.replaceChildren(view.element);
    if (isOrphan) view.moved();
  }

  /** Takes the view out of an element and ends its connection, unless another element asks for it very soon. */
  function unmount(element) {
    const entry = mounted.get(element);
    if (!entry) return;
    mounted.delete(element);
    const end = () => {
      if (orphans.get(entry.id) === entry) orphans.delete(entry.id);
      entry.view.then(view => view.dispose());
    };
    orphans.set(entry.id, entry);
    entry.timer = setTimeout(end, afterlife);
  }

  async function start(id, element) {
    const view = await open(id, element);
    view.start();
    return view;
  }

  return class extends HTMLElement {
    static observedAttributes = [idAttribute];

    connectedCallback() {
      this.#show();
    }

    disconnectedCallback() {
      unmount(this);
    }

    attributeChangedCallback() {
      if (this.isConnected) this.#show();
    }

    #show() {
      const id = this.getAttribute(idAttribute);
      if (id) mount(this, id);
      else {
        unmount(this);
        // the chart library is large: a page that leads to a view reads it while the person reads the page
        if (this.isConnected) warmUp(prepare);
      }
    }
  };
}

/** Loads everything, when the browser has nothing better to do. */
function warmUp(prepare) {
  const whenIdle = globalThis.requestIdleCallback ?? setTimeout;
  // what cannot be loaded now is loaded, or reported, when it is shown
  whenIdle(() => prepare().catch(() => {}));
}
