/** Numbers, times and sizes as Persian readers write them. */

const zone = "Asia/Tehran";
const clock = new Intl.DateTimeFormat("fa-IR", { hour: "2-digit", minute: "2-digit", hour12: false, timeZone: zone });
const day = new Intl.DateTimeFormat("fa-IR", { day: "numeric", month: "long", year: "numeric", timeZone: zone });
const plain = new Intl.NumberFormat("fa-IR");
const short = new Intl.NumberFormat("fa-IR", { maximumFractionDigits: 1 });

export const time = (seconds) => clock.format(new Date(seconds * 1000));
export const date = (seconds) => day.format(new Date(seconds * 1000));
export const number = (value) => plain.format(value);

/** A file's size, such as «۱۲٫۵ کیلوبایت». */
export function size(bytes) {
  if (bytes < 1024) return `${plain.format(bytes)} بایت`;
  if (bytes < 1024 * 1024) return `${short.format(bytes / 1024)} کیلوبایت`;
  return `${short.format(bytes / 1024 / 1024)} مگابایت`;
}
