// Loki's drain as a contender of bench/measure.ts: one miner per source, as Loki has one per stream, its format told by
// the first line. Only training is measured; the lines are strings before.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"syscall"
	"time"

	"github.com/grafana/loki/v3/pkg/pattern/drain"
)

type chunk struct {
	Source     string
	ReceivedAt int64
	Start, End int
	lines      []string
}

type limits struct{}

// As Loki ships.
func (limits) PatternIngesterTokenizableJSONFields(string) []string {
	return []string{"log", "message", "msg", "msg_", "_msg", "content"}
}

var miners = map[string]*drain.Drain{}

func main() {
	paths := bufio.NewScanner(os.Stdin)
	for paths.Scan() {
		chunks := read(paths.Text())
		skipped := 0
		before := cpuSeconds()
		for _, c := range chunks {
			skipped += train(c)
		}
		spent := cpuSeconds() - before
		clusters := 0
		for _, miner := range miners {
			clusters += len(miner.Clusters())
		}
		fmt.Printf("{\"cpuSeconds\":%f,\"counts\":{\"templates\":%d,\"skipped\":%d}}\n", spent, clusters, skipped)
	}
}

func read(path string) []chunk {
	raw := must(os.ReadFile(path + ".log"))
	var chunks []chunk
	if err := json.Unmarshal(must(os.ReadFile(path+".json")), &chunks); err != nil {
		panic(err)
	}
	for i, c := range chunks {
		chunks[i].lines = strings.Split(strings.TrimSuffix(string(raw[c.Start:c.End]), "\n"), "\n")
	}
	return chunks
}

// Gives the number of lines the miner did not take: too short, too long.
func train(c chunk) (skipped int) {
	miner := minerOf(c)
	at := c.ReceivedAt * int64(time.Millisecond)
	for _, line := range c.lines {
		if miner.Train(line, at) == nil {
			skipped++
		}
	}
	return skipped
}

func minerOf(c chunk) *drain.Drain {
	if miners[c.Source] == nil {
		config := drain.DefaultConfig()
		config.MaxClusters = 0 // no cap
		miners[c.Source] = drain.New("bench", config, limits{}, drain.DetectLogFormat(c.lines[0]), nil)
	}
	return miners[c.Source]
}

func cpuSeconds() float64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano()).Seconds()
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}
