// Loads a classic script of wwwroot/lib once, and gives the global it defines.

/** @type {Map<string, Promise<any>>} */
const loading = new Map();

/**
 * @param {string} file its name in wwwroot/lib
 * @param {string} name the global it defines
 */
export function loadScript(file, name) {
  if (globalThis[name]) return Promise.resolve(globalThis[name]);
  if (!loading.has(file)) {
    loading.set(file, new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = new URL(`../../lib/${file}`, import.meta.url).href;
      script.onload = () => resolve(globalThis[name]);
      script.onerror = () => {
        // the next one who asks tries again
        loading.delete(file);
        script.remove();
        reject(new Error(`${file} could not be loaded.`));
      };
      document.head.append(script);
    }));
  }
  return loading.get(file);
}
