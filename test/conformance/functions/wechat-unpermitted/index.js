/** The same as its neighbour, without a config.json that permits anything. */
exports.main = require('../wechat/index.js').main
