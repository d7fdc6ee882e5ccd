// An element that shows something live. One of its own and no component, so that what feeds it comes and goes with the page however it is
// rendered: by a circuit, before there is one, or after it was lost.

/** How long a view outlives its element: a prerendered page is replaced by its interactive twin, which takes over what the view knows. */
const afterlife = 3000;

/**
 * @typedef {object} LiveView
 * @property {() => void} start begins to listen
 * @property {(element: HTMLElement) => void} attach shows what it knows in the panels of an element, and no longer in those of another
 * @property {(element: HTMLElement) => void} detach leaves the panels of an element, if it is in them
 * @property {() => void} dispose
 */

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
    orphans.delete(id);
    clearTimeout(entry.timer);
    mounted.set(element, entry);
    const view = await entry.view;
    if (mounted.get(element) === entry) view.attach(element);
  }

  /** Takes the view out of an element and ends its connection, unless another element asks for it very soon. */
  function unmount(element) {
    const entry = mounted.get(element);
    if (!entry) return;
    mounted.delete(element);
    entry.view.then(view => view.detach(element));
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
