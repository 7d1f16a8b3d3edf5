/** Globals about the page, and the layer that covers it (docs/protocol/domestic.md section 3.1). */
export const LAYER: string = String.raw`
var screen_height = window.innerHeight;
var deviceAgent = navigator.userAgent.toLowerCase();
var cpay_ifr_width = 450;
var cpay_ifr_height = screen_height;
var cpay_ifr_windowHeight = 0;
var cpay_ifr_top = 0;
var http_referer = location.href;
var cPayData = "";

var cpay_val_to_int = function (value) {
  return parseInt(String(value).replace(/[^0-9.]+/g, ""), 10);
};

var CreateCpayLayer = function (obj) {
  var wide = obj.PCD_PAY_TYPE == "card" && obj.PCD_PAY_WORK != "AUTH" && obj.PCD_CARD_VER != "01";
  cpay_ifr_width = wide ? 692 : 450;
  cpay_ifr_height = wide ? Math.min(550, screen_height) : screen_height;
  cpay_ifr_top = (screen_height - cpay_ifr_height) / 2;
  var layer = document.createElement("div");
  layer.id = "layer_cpay";
  layer.setAttribute("name", "layer_cpay");
  layer.style.cssText = "position:absolute;z-index:16777270;top:0;left:0;margin:0;";
  var frame = document.createElement("iframe");
  frame.id = "cpay_ifr";
  frame.name = "cpay_ifr";
  frame.title = "Payment";
  frame.style.cssText = "position:absolute;z-index:16777271;border:0;background:white;max-width:100vw;";
  frame.style.width = cpay_ifr_width + "px";
  frame.style.height = cpay_ifr_height + "px";
  frame.style.top = cpay_ifr_top + "px";
  layer.appendChild(frame);
  document.body.appendChild(layer);
};

var layer_ifr_resize = function () {
  var layer = document.getElementById("layer_cpay");
  var frame = document.getElementById("cpay_ifr");
  if (!layer || !frame) return;
  layer.style.cssText = "position:fixed;z-index:16777270;inset:0;display:block;background:rgba(12,15,22,0.62);";
  frame.style.left = Math.max((document.documentElement.clientWidth - cpay_ifr_width) / 2, 0) + "px";
  frame.style.top = cpay_ifr_top + "px";
  frame.style.height = cpay_ifr_height + "px";
};

var MainBodyResize = function (height) {
  document.body.style.height = height + 200 + "px";
  if (deviceAgent.match(/(iphone|ipod|ipad|android)/)) return;
  cpay_ifr_height = height;
  layer_ifr_resize();
};

var MainBodyAction = function (action) {
  if (action != "close") return;
  var frame = document.getElementById("cpay_ifr");
  var layer = document.getElementById("layer_cpay");
  if (frame) frame.remove();
  if (layer) layer.remove();
};
`
