-- Asks for the addresses of a file in turn and counts the answers that are good, which wrk itself does not tell apart.
local requests, turn, threads = {}, 0, {}
good, refused, wrong = 0, 0, 0

function setup(thread)
  threads[#threads + 1] = thread
end

function init(args)
  for line in io.lines(args[1]) do
    requests[#requests + 1] = wrk.format("GET", line, { ["Accept-Encoding"] = "gzip" })
  end
end

function request()
  turn = turn % #requests + 1
  return requests[turn]
end

function response(status)
  if status == 200 then good = good + 1 elseif status == 503 then refused = refused + 1 else wrong = wrong + 1 end
end

function done(summary)
  local sums = { good = 0, refused = 0, wrong = 0 }
  for _, thread in ipairs(threads) do
    for name in pairs(sums) do sums[name] = sums[name] + thread:get(name) end
  end
  local errors = summary.errors
  local broken = errors.connect + errors.read + errors.write + errors.timeout
  io.write(string.format("RESULT %.3f %d %d %d %d\n", summary.duration / 1e6, sums.good, sums.refused, sums.wrong, broken))
end
