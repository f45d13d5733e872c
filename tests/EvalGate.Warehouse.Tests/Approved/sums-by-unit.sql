select 0 as set_no,
  '' as s0_value,
  bucket,
  cast(count(*) as varchar) as seen,
  cast(sum(m0_pair) as varchar) as m0_pairs,
  cast(sum(m0_single) as varchar) as m0_singles,
  cast(sum(m0_unsound) as varchar) as m0_unsounds,
  cast(sum(case when m0_b > m0_a then 1 else 0 end) as varchar) as m0_gains,
  cast(sum(case when m0_b < m0_a then 1 else 0 end) as varchar) as m0_losses,
  cast(sum(m0_a) as varchar) as m0_baseline,
  cast(sum(m0_b) as varchar) as m0_candidate,
  cast(sum(case when m0_pair = 1 and m0_a > 100000 then 1 else 0 end) as varchar) as m0_losable
from (
  select s0,
    bucket,
    m0_pair,
    m0_single,
    m0_unsound,
    cast(floor(abs(m0_a_steps)) + case when abs(m0_a_steps) - floor(abs(m0_a_steps)) >= 0.5 then 1 else 0 end as bigint) * case when m0_a_steps < 0 then -1 else 1 end as m0_a,
    cast(floor(abs(m0_b_steps)) + case when abs(m0_b_steps) - floor(abs(m0_b_steps)) >= 0.5 then 1 else 0 end as bigint) * case when m0_b_steps < 0 then -1 else 1 end as m0_b
  from (
    select s0,
      bucket,
      case when a0 between 1 and 5 and b0 between 1 and 5 then 1 else 0 end as m0_pair,
      case when (a0 is null and b0 is not null) or (a0 is not null and b0 is null) then 1 else 0 end as m0_single,
      case when (a0 is null or a0 between 1 and 5) and (b0 is null or b0 between 1 and 5) then 0 else 1 end as m0_unsound,
      coalesce(case when a0 between 1 and 5 and b0 between 1 and 5 then a0 * 100000 end, 0) as m0_a_steps,
      coalesce(case when a0 between 1 and 5 and b0 between 1 and 5 then b0 * 100000 end, 0) as m0_b_steps
    from (
      select coalesce(nullif("language", ''), '(none)') as s0,
        substring(md5(coalesce("user", '')), 1, 2) as bucket,
        cast("helpful_a" as double precision) as a0,
        cast("helpful_b" as double precision) as b0
      from "pairs"
    ) as pairs
  ) as guarded
) as fixed
group by bucket
union all
select 1 as set_no,
  s0 as s0_value,
  bucket,
  cast(count(*) as varchar) as seen,
  cast(sum(m0_pair) as varchar) as m0_pairs,
  cast(sum(m0_single) as varchar) as m0_singles,
  cast(sum(m0_unsound) as varchar) as m0_unsounds,
  cast(sum(case when m0_b > m0_a then 1 else 0 end) as varchar) as m0_gains,
  cast(sum(case when m0_b < m0_a then 1 else 0 end) as varchar) as m0_losses,
  cast(sum(m0_a) as varchar) as m0_baseline,
  cast(sum(m0_b) as varchar) as m0_candidate,
  cast(sum(case when m0_pair = 1 and m0_a > 100000 then 1 else 0 end) as varchar) as m0_losable
from (
  select s0,
    bucket,
    m0_pair,
    m0_single,
    m0_unsound,
    cast(floor(abs(m0_a_steps)) + case when abs(m0_a_steps) - floor(abs(m0_a_steps)) >= 0.5 then 1 else 0 end as bigint) * case when m0_a_steps < 0 then -1 else 1 end as m0_a,
    cast(floor(abs(m0_b_steps)) + case when abs(m0_b_steps) - floor(abs(m0_b_steps)) >= 0.5 then 1 else 0 end as bigint) * case when m0_b_steps < 0 then -1 else 1 end as m0_b
  from (
    select s0,
      bucket,
      case when a0 between 1 and 5 and b0 between 1 and 5 then 1 else 0 end as m0_pair,
      case when (a0 is null and b0 is not null) or (a0 is not null and b0 is null) then 1 else 0 end as m0_single,
      case when (a0 is null or a0 between 1 and 5) and (b0 is null or b0 between 1 and 5) then 0 else 1 end as m0_unsound,
      coalesce(case when a0 between 1 and 5 and b0 between 1 and 5 then a0 * 100000 end, 0) as m0_a_steps,
      coalesce(case when a0 between 1 and 5 and b0 between 1 and 5 then b0 * 100000 end, 0) as m0_b_steps
    from (
      select coalesce(nullif("language", ''), '(none)') as s0,
        substring(md5(coalesce("user", '')), 1, 2) as bucket,
        cast("helpful_a" as double precision) as a0,
        cast("helpful_b" as double precision) as b0
      from "pairs"
    ) as pairs
  ) as guarded
) as fixed
group by s0, bucket
