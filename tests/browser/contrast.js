// The contrast of each text with what it stands on, the worst first. Generated
// text (the labels of stances, the details of figures) is judged with the rest.

function parts(color) {
  const [r, g, b, alpha = 1] = color.match(/[\d.]+/g).map(Number);
  return { rgb: [r, g, b], alpha };
}

function luminance(rgb) {
  const [r, g, b] = rgb
    .map((value) => value / 255)
    .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function ground(element) {
  for (let e = element; e; e = e.parentElement) {
    const { rgb, alpha } = parts(getComputedStyle(e).backgroundColor);
    if (alpha > 0) return rgb;
  }
  return [255, 255, 255];
}

const found = [];
for (const e of document.querySelectorAll(".newsdoc *")) {
  if ([...e.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) {
    const color = parts(getComputedStyle(e).color).rgb;
    found.push([ratio(color, ground(e)), `${e.className}: ${e.textContent.slice(0, 30)}`]);
  }
  for (const part of ["::before", "::after"]) {
    const style = getComputedStyle(e, part);
    if (!["none", "normal"].includes(style.content)) {
      const pair = [style.color, style.backgroundColor].map((color) => parts(color).rgb);
      found.push([ratio(...pair), `${part} ${style.content}`]);
    }
  }
}
return found.sort((a, b) => a[0] - b[0]);
