const HEIGHT = 36;
const FONT = "600 20px system-ui, sans-serif";

/** A mark with a letter, and a number where it stands for several places; two image pixels to a pixel of the screen. */
export function letterMark(letter: string, count: string): ImageData | undefined {
  const canvas = document.createElement("canvas");
  const text = count === "" ? letter : `${letter} ${count}`;
  const ruler = canvas.getContext("2d");
  if (!ruler) return undefined;
  ruler.font = FONT;
  canvas.width = Math.max(HEIGHT, Math.ceil(ruler.measureText(text).width) + 18);
  canvas.height = HEIGHT;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (!pen) return undefined;
  pen.beginPath();
  pen.roundRect(2, 2, canvas.width - 4, HEIGHT - 4, HEIGHT / 2 - 2);
  pen.fillStyle = "#14202b";
  pen.fill();
  pen.lineWidth = 3;
  pen.strokeStyle = "#ffffff";
  pen.stroke();
  pen.font = FONT;
  pen.fillStyle = "#ffffff";
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillText(text, canvas.width / 2, HEIGHT / 2 + 1);
  return pen.getImageData(0, 0, canvas.width, HEIGHT);
}
