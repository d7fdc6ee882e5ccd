// Only a script can open a modal dialog; the rest of it is the browser's.
export const open = dialog => dialog.open || dialog.showModal();

export const close = dialog => dialog.close();
