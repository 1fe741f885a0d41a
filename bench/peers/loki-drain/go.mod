module errorsense/bench/loki-drain

go 1.24

require github.com/grafana/loki/v3 v3.7.8

// As in Loki's own go.mod: it does not build without.
replace github.com/hashicorp/memberlist => github.com/grafana/memberlist v0.3.1-0.20251126142931-6f9f62ab6f86

replace github.com/grafana/regexp => github.com/grafana/regexp v0.0.0-20240518133315-a468a5bfb3bc
