// The little that is needed to make elements.

/**
 * @param {string} tag
 * @param {string} [className]
 * @param {string} [text] shown as it is: what people typed never becomes markup
 */
export function html(tag, className = '', text = '') {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}
