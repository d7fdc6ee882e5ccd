/** Copies an element's text. Where the browser refuses (the clipboard needs https or this machine), selects it and returns false. */
export async function copy(id) {
  const element = document.getElementById(id);
  try {
    await navigator.clipboard.writeText(element.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(element);
    return false;
  }
}
